import type { JSX } from 'preact'
import { useCallback, useState } from 'preact/hooks'
import { holdsCpr } from '../../../core/request/index.ts'
import { NOTE_TEXT_MAX } from '../../../core/sealing/index.ts'
import { Actions, Button, Form, Heading, MessageField, Notice, useSubmit } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { hadTime } from '../../model/meetings.ts'
import { prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import type { Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { useOwner } from '../about/use-owner.ts'
import { useDraft } from '../../shared/drafts.ts'
import type { Failure } from '../../shared/failure.ts'
import { NotSent } from '../../shared/not-sent.tsx'
import { useDoubt } from '../../shared/use-doubt.ts'
import { useFieldError } from '../../shared/use-field-error.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'
import { clickName, NoteEventButton, type OneClick } from './note-event.tsx'
import { NoteLine } from './note-line.tsx'

/** One click each, since most answers are given by telephone and nobody writes what takes long to write. */
const CALLS = ['no-answer', 'hung-up', 'talked'] as const
const MEETINGS = ['came', 'no-show'] as const

/** What colleagues tell each other about a request: who has it, calls, whether somebody came, and notes. */
export function Notes({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const { id } = opened.stored
  const [draft, setDraft] = useDraft(`note-${id}`)
  const [error, setError] = useFieldError('note')
  const [said, setSaid] = useSaid('note')
  const [clicked] = useSaid('click')
  const sending = useSending<PreparedNote>(`note-${id}`)
  const doubts = useDoubt()
  const { isMine, says } = useOwner(opened)

  /** Why the latest click of each was not saved. */
  const [lost, setLost] = useState<Partial<Record<OneClick, Failure | null>>>({})
  const onFailed = useCallback((event: OneClick, why: Failure | null): void => {
    setLost(before => ({ ...before, [event]: why }))
  }, [])
  const written = (draft ?? '').trim()
  const { submit } = useSubmit({
    check() {
      const isLong = written.length > NOTE_TEXT_MAX
      const wrong = written === '' ? t('notes.empty') : isLong ? t('reply.long') : undefined
      const doubt = wrong === undefined && holdsCpr(written) ? t('notes.cpr') : undefined
      const asks = doubts.isNew(doubt)
      setError(asks ? doubt : wrong)
      return wrong === undefined && !asks
    },
    async send() {
      setSaid('')
      const done = await sending.run(
        written,
        () => prepareNote(session, id, { event: 'text', text: written, after: opened.notes }),
        note => sendNote(id, note),
      )
      if (!done) return
      setDraft(undefined)
      setSaid(t('notes.saved'))
      again()
    },
  })
  const clicks = [isMine ? 'free' : 'mine', ...CALLS, ...(hadTime(opened) ? MEETINGS : [])] as const
  return (
    <section class="notes flow">
      <Heading level={2}>{t('notes.title')}</Heading>
      <p>{says}</p>
      <Actions>
        {clicks.map((event, at) => (
          // The first stays the same button, which may have the focus, whether it takes or lets go.
          <NoteEventButton key={at} opened={opened} event={event} onFailed={onFailed} />
        ))}
      </Actions>
      <div class="said" role="status">
        {clicked}
      </div>
      {clicks.map(event => (
        <NotSent key={event} failed={lost[event] ?? null} what={clickName(event, t)} />
      ))}
      {opened.shutNotes !== undefined && (
        <Notice tone="care">
          <p>{t('notes.shut', { count: opened.shutNotes })}</p>
        </Notice>
      )}
      {opened.notes.length > 0 && (
        <ul class="plain-list note-list">
          {opened.notes.map(
            note =>
              note.event !== 'wrong' && (
                <li key={note.mac}>
                  <NoteLine note={note} event={note.event} opened={opened} />
                </li>
              ),
          )}
        </ul>
      )}
      <Form onSubmit={submit}>
        <MessageField
          name="note"
          label={t('notes.label')}
          hint={t('notes.hint')}
          error={error}
          value={draft ?? ''}
          onInput={text => {
            setDraft(text)
            setError(undefined)
            setSaid('')
            doubts.forget()
          }}
          rows={2}
          maxLength={NOTE_TEXT_MAX}
          autoComplete="off"
        />
        <p class="act">
          <Button type="submit" kind="quiet" busy={sending.busy} busyLabel={t('detail.stateSaving')}>
            {t('notes.button')}
          </Button>
          <span role="status">{said}</span>
        </p>
        <NotSent failed={sending.failed} written />
      </Form>
    </section>
  )
}

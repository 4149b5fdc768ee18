import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { clock, dayName } from '../../../core/calendar/times.ts'
import { NOTE_TEXT_MAX, type Note, type NoteEvent } from '../../../core/sealing/index.ts'
import { Actions, Button, Form, Heading, MessageField, ThreadText, useSubmit } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { isCountedBack, ownerOf, prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import type { Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { useDraft } from '../../shared/drafts.ts'
import { NotSent } from '../../shared/not-sent.tsx'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** One click each, since most answers are given by telephone and nobody writes what takes long to write. */
const CALLS = ['no-answer', 'hung-up', 'talked'] as const
const MEETINGS = ['came', 'no-show'] as const

/** What colleagues tell each other about a request: who has it, calls, whether somebody came, and notes. */
export function Notes({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const { id } = opened.stored
  const [draft, setDraft] = useDraft(`note-${id}`)
  const [error, setError] = useState<string | undefined>(undefined)
  const [said, setSaid] = useSaid('note')
  const sending = useSending<PreparedNote>()
  const owner = ownerOf(opened)
  const isMine = owner === session.name

  const add = async (event: NoteEvent, text = ''): Promise<void> => {
    setSaid('')
    const missed = isCountedBack(event, opened.envelope.request.audience)
    const done = await sending.run(
      `${event} ${text} ${opened.notes.length}`,
      () => prepareNote(session, id, { event, text }, missed),
      note => sendNote(id, note),
    )
    if (!done) return
    if (event === 'text') setDraft(undefined)
    setSaid(t(missed ? 'notes.savedMissed' : 'notes.saved'))
    again()
  }
  const written = (draft ?? '').trim()
  const { submit } = useSubmit({
    check() {
      const isLong = written.length > NOTE_TEXT_MAX
      const wrong = written === '' ? t('notes.empty') : isLong ? t('reply.long') : undefined
      setError(wrong)
      return wrong === undefined
    },
    send: () => add('text', written),
  })
  const one = (event: NoteEvent, label: string): JSX.Element => (
    <Button
      key={event}
      kind="quiet"
      onClick={() => {
        add(event).catch(reportError)
      }}
    >
      {label}
    </Button>
  )
  return (
    <section class="notes flow">
      <Heading level={2}>{t('notes.title')}</Heading>
      <p>
        {owner === null ? t('notes.nobody') : isMine ? t('notes.you') : t('notes.owner', { name: owner })}
      </p>
      <Actions>
        {isMine ? one('free', t('notes.free')) : one('mine', t('notes.mine'))}
        {CALLS.map(event => one(event, t(`notes.do.${event}`)))}
        {MEETINGS.map(event => one(event, t(`notes.do.${event}`)))}
      </Actions>
      {opened.notes.length > 0 && (
        <ul class="plain-list note-list">
          {opened.notes.map(note => (
            <li key={note.mac}>
              <NoteLine note={note} />
            </li>
          ))}
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
            setSaid('')
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

function NoteLine({ note }: { readonly note: Note }): JSX.Element {
  const { t, lang } = useCopy()
  const when = t('notes.when', { day: dayName(note.at, lang), time: clock(note.at, lang), name: note.by })
  return (
    <>
      <span class="note-when">{when}</span>
      {note.event === 'text' ? (
        <ThreadText>{note.text}</ThreadText>
      ) : (
        <strong>{t(`notes.events.${note.event}`)}</strong>
      )}
    </>
  )
}

import type { JSX } from 'preact'
import { holdsCpr } from '../../../core/request/index.ts'
import { NOTE_TEXT_MAX } from '../../../core/sealing/index.ts'
import { Button, Form, MessageField, useSubmit } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import type { Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { useDraft, writtenSince } from '../../shared/drafts.ts'
import { NotSent } from '../../shared/not-sent.tsx'
import { useDoubt } from '../../shared/use-doubt.ts'
import { useFieldError } from '../../shared/use-field-error.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** Writes a note for colleagues. */
export function NoteForm({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const { id } = opened.stored
  const [draft, setDraft, settle] = useDraft(`note-${id}`)
  const [error, setError] = useFieldError('note')
  const [said, setSaid] = useSaid('note')
  const sending = useSending<PreparedNote>(`note-${id}`)
  const doubts = useDoubt()
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
      settle(now => writtenSince(draft ?? '', now))
      setSaid(t('notes.saved'))
      again()
    },
  })
  return (
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
  )
}

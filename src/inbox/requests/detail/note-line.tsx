import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dayText } from '../../../core/calendar/names.ts'
import { clock } from '../../../core/calendar/times.ts'
import type { Note, NoteEvent } from '../../../core/sealing/index.ts'
import { ThreadText } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { calledWrongBy, canBeWrong } from '../../model/mistakes.ts'
import { prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import { isTakenBack, type Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { NotSent } from '../../shared/not-sent.tsx'
import { dayOf } from '../../shared/today.ts'
import { useFocusOn } from '../../shared/use-focus-on.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** What a colleague noted, when, and the way to say that it was a mistake: nothing is erased. */
export function NoteLine(props: {
  readonly note: Note
  readonly event: Exclude<NoteEvent, 'wrong'>
  readonly opened: Readable
}): JSX.Element {
  const { t, lang } = useCopy()
  const { note, event, opened } = props
  const { notes } = opened
  const wrongBy = calledWrongBy(note, notes)
  const [isMine, setMine] = useState(false)
  // What was pressed is gone then.
  const place = useFocusOn<HTMLDivElement>(isMine && wrongBy !== undefined ? '[data-wrong]' : null)
  const time = { day: dayText(dayOf({ startsAt: note.at }), lang), time: clock(note.at, lang) }
  const what =
    event === 'text' ? '' : t(isTakenBack(note, notes) ? 'notes.takenBack' : `notes.events.${event}`)
  return (
    <div ref={place}>
      <span class="note-when">{t('notes.when', { ...time, name: note.by })}</span>
      {event === 'text' && <ThreadText>{note.text}</ThreadText>}
      {event !== 'text' && (wrongBy === undefined ? <strong>{what}</strong> : <s>{what}</s>)}
      {wrongBy !== undefined && (
        <span data-wrong="" tabIndex={-1}>
          {' '}
          {t('notes.wrongBy', { name: wrongBy })}
        </span>
      )}
      {wrongBy === undefined && canBeWrong(note) && (
        <ItWasWrong
          note={note}
          opened={opened}
          what={what}
          onDone={() => {
            setMine(true)
          }}
        />
      )}
    </div>
  )
}

function ItWasWrong(props: {
  readonly note: Note
  readonly opened: Readable
  readonly what: string
  readonly onDone: () => void
}): JSX.Element {
  const { t } = useCopy()
  const { session, again } = useDesk()
  const [, setSaid] = useSaid('click')
  const sending = useSending<PreparedNote>()
  const { note, opened, what } = props
  const { id } = opened.stored
  const say = async (): Promise<void> => {
    setSaid('')
    const done = await sending.run(
      note.mac,
      () => prepareNote(session, id, { event: 'wrong', text: note.mac, after: opened.notes }),
      ready => sendNote(id, ready),
    )
    if (!done) return
    setSaid(t('notes.saved'))
    props.onDone()
    again()
  }
  return (
    <>
      {' '}
      <button
        type="button"
        class="note-wrong"
        aria-disabled={sending.busy || undefined}
        onClick={() => {
          if (!sending.busy) say().catch(reportError)
        }}
      >
        {t('notes.wrong')}
        <span class="visually-hidden">: {what}</span>
      </button>
      <NotSent failed={sending.failed} what={t('notes.wrong')} />
    </>
  )
}

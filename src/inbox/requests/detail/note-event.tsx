import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { NoteEvent } from '../../../core/sealing/index.ts'
import { Button } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { prepareMeeting, SaidAlready } from '../../model/meetings.ts'
import { prepareNote, sendNote, type PreparedNote } from '../../model/notes.ts'
import type { Readable } from '../../model/requests.ts'
import { prepareTaking, TakenMeanwhile } from '../../model/taking.ts'
import { useCopy, type T } from '../../shared/copy.ts'
import type { Failure } from '../../shared/failure.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** What one click can note. */
export type OneClick = Exclude<NoteEvent, 'text' | 'aside' | 'wrong'>

/** What the button of an event is called. */
export const clickName = (event: OneClick, t: T): string =>
  event === 'mine' || event === 'free' ? t(`notes.${event}`) : t(`notes.do.${event}`)

/** Notes one thing with one click. Each sends for itself: who rang and takes the request on presses two within a second. */
export function NoteEventButton(props: {
  readonly opened: Readable
  readonly event: OneClick
  /** Why the latest click was not saved; null when it was. */
  readonly onFailed: (event: OneClick, why: Failure | null) => void
}): JSX.Element {
  const { t } = useCopy()
  const { session, slots, again } = useDesk()
  const { opened, event, onFailed } = props
  const { id } = opened.stored
  const [, setSaid] = useSaid('click')
  const sending = useSending<PreparedNote>()
  const { settle } = sending
  useEffect(() => {
    // Taken is followed by letting go, on the same button: what became of the one is not told of the other.
    settle()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when it has become another; the rest is as it is then
  }, [event])
  useEffect(() => {
    onFailed(event, sending.failed)
  }, [event, sending.failed, onFailed])

  const add = async (): Promise<void> => {
    setSaid('')
    /** What was sealed says whether the intake counts a talk back. */
    let missed: boolean | undefined
    try {
      const done = await sending.run(
        `${event} ${opened.notes.length}`,
        () =>
          event === 'mine' || event === 'free'
            ? prepareTaking(session, opened, event)
            : event === 'came' || event === 'no-show'
              ? prepareMeeting(session, opened, slots, event)
              : prepareNote(session, id, { event, after: opened.notes }),
        note => {
          missed = note.missed
          return sendNote(id, note)
        },
      )
      if (!done) return
      setSaid(t(missed === undefined ? 'notes.saved' : missed ? 'notes.savedMissed' : 'notes.savedCame'))
    } catch (error) {
      if (error instanceof TakenMeanwhile) setSaid(t('notes.taken', { name: error.by }))
      else if (error instanceof SaidAlready) {
        const { by: name, event: what } = error.note
        setSaid(t('notes.said', { name, what: t(`notes.events.${what}`) }))
      } else throw error
    }
    again()
  }
  return (
    <Button
      kind="quiet"
      busy={sending.busy}
      onClick={({ detail }) => {
        // The second of a double click: by then the button may let go of what the first has taken.
        if (detail > 1) return
        add().catch(reportError)
      }}
    >
      {clickName(event, t)}
    </Button>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Actions, Button } from '../../ui/index.ts'
import { useDesk } from '../model/desk.ts'
import { prepareMeeting, SaidAlready, saidOn, type MeetingEvent } from '../model/meetings.ts'
import { sendNote, type PreparedNote } from '../model/notes.ts'
import type { Readable } from '../model/requests.ts'
import { whoOf } from '../model/title.ts'
import { useCopy } from '../shared/copy.ts'
import { NotSent } from '../shared/not-sent.tsx'
import { today } from '../shared/today.ts'
import { useSending } from '../shared/use-sending.ts'

const EVENTS = ['came', 'no-show'] as const

/** Whether somebody came, where the day's times stand: noted while it is known, and not looked for the day after. */
export function Came({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t } = useCopy()
  const { session, slots, again } = useDesk()
  const sending = useSending<PreparedNote>()
  const [said, setSaid] = useState('')
  const noted = saidOn(opened, today())

  const note = async (event: MeetingEvent): Promise<void> => {
    setSaid('')
    let missed: boolean | undefined
    try {
      const done = await sending.run(
        `${event} ${opened.notes.length}`,
        () => prepareMeeting(session, opened, slots, event),
        ready => {
          missed = ready.missed
          return sendNote(opened.stored.id, ready)
        },
      )
      if (!done) return
      setSaid(t(missed === undefined ? 'notes.saved' : missed ? 'notes.savedMissed' : 'notes.savedCame'))
    } catch (error) {
      if (!(error instanceof SaidAlready)) throw error
      const { by: name, event: what } = error.note
      setSaid(t('notes.said', { name, what: t(`notes.events.${what}`) }))
    }
    again()
  }
  return (
    <div class="slot-came">
      {noted && <strong>{t(`notes.events.${noted.event}`)}</strong>}
      <Actions>
        {EVENTS.filter(event => event !== noted?.event).map(event => (
          <Button
            key={event}
            kind="quiet"
            busy={sending.busy}
            onClick={() => {
              note(event).catch(reportError)
            }}
          >
            {t(`notes.do.${event}`)}
            <span class="visually-hidden"> {whoOf(opened, t)}</span>
          </Button>
        ))}
      </Actions>
      <div role="status">{said}</div>
      <NotSent failed={sending.failed} />
    </div>
  )
}

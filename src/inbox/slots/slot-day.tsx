import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { nameOfDay } from '../../core/calendar/times.ts'
import { Heading } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import type { Done, ShownDay } from './shown-days.ts'
import { SlotRow } from './slot-row.tsx'

/** The times of a day, and what was done with one that may be gone. */
export function SlotDay(props: {
  readonly shown: ShownDay
  /** Among other days it says which it is. */
  readonly isNamed: boolean
  /** How many of its lines are drawn by now. */
  readonly drawn: number
  readonly onDone: (done: Done) => void
}): JSX.Element {
  const { lang } = useCopy()
  const { day, lines } = props.shown
  return (
    <section class="slot-day">
      {props.isNamed && <Heading level={3}>{nameOfDay(day, lang)}</Heading>}
      {lines.length > 0 && (
        <ul class="plain-list">
          {lines.slice(0, props.drawn).map(line =>
            'text' in line ? (
              <Said key={`said-${line.text}`} text={line.text} />
            ) : (
              <SlotRow
                key={`${line.slot.id}-${line.date.startsAt}`}
                slot={line.slot}
                date={line.date}
                onDone={text => {
                  props.onDone({ day, startsAt: line.date.startsAt, text })
                }}
              />
            ),
          )}
        </ul>
      )}
    </section>
  )
}

/** What was done with a time whose row may be gone now. The focus goes with it, and so it is read out. */
function Said({ text }: { readonly text: string }): JSX.Element {
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    ref.current?.focus()
  }, [])
  return (
    <li class="said" tabIndex={-1} ref={ref}>
      {text}
    </li>
  )
}

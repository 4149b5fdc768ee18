import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { daysAfter } from '../../core/calendar/days.ts'
import { nameOfDay } from '../../core/calendar/times.ts'
import { fromDayToDay, mondayOf, weekOf } from '../../core/calendar/weeks.ts'
import { Heading } from '../../ui/index.ts'
import { entriesByDay } from './by-day.ts'
import { CancelSeveral } from './cancel-several.tsx'
import { useCopy } from '../shared/copy.ts'
import { useDraft, VIEW } from '../shared/drafts.ts'
import { useGrowing } from '../shared/later.tsx'
import { MarkingContext } from '../shared/marking.tsx'
import { daysOf, nextDay, shownDays, type Done } from './shown-days.ts'
import { SlotDay } from './slot-day.tsx'
import { useDesk } from '../model/desk.ts'
import { useReturn } from '../shared/use-return.ts'
import { ViewBar } from './view-bar.tsx'

/** The times of a day or a week, with who has them. */
export function Bookings(props: {
  /** A day of the week that is shown, `YYYY-MM-DD`. */
  readonly anchor: string
  readonly onAnchor: (day: string) => void
  readonly onDone: () => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { anchor, onAnchor } = props
  const { slots, again } = useDesk()
  /** The bookings that are marked to be called off; null when nothing is being marked. */
  const [marked, setMarked] = useState<ReadonlySet<string> | null>(null)
  const [kept, setView] = useDraft(`${VIEW}times`)
  const view = kept === 'day' ? 'day' : 'week'
  const [said, setSaid] = useState<Done | null>(null)
  const byDay = useMemo(() => entriesByDay(slots), [slots])
  const first = view === 'week' ? mondayOf(anchor) : anchor
  const days = daysOf(view, first)
  const next = nextDay(byDay, days.at(-1) ?? first)
  const shown = shownDays(view, first, byDay, said)
  const count = shown.reduce((sum, { lines }) => sum + lines.length, 0)
  const drawn = useGrowing(count, `${view} ${first}`)
  useReturn('times', drawn === count)
  const entries = days.flatMap(day => byDay.get(day) ?? [])

  return (
    <MarkingContext.Provider value={{ marked, setMarked }}>
      <ViewBar view={view} onView={setView} first={first} onAnchor={onAnchor} />
      <CancelSeveral
        shown={entries.flatMap(({ slot }) => slot.bookings.map(booking => booking.id))}
        onDone={props.onDone}
      />
      <div role="status">
        <Heading level={2}>
          {view === 'week'
            ? t('slots.week', { n: weekOf(first), days: fromDayToDay(first, daysAfter(first, 6), lang) })
            : nameOfDay(first, lang)}
        </Heading>
      </div>
      {shown.map((one, at) => {
        const over = shown.slice(0, at).reduce((sum, before) => sum + before.lines.length, 0)
        if (over > 0 && over >= drawn) return null
        return (
          <SlotDay
            key={one.day}
            shown={one}
            isNamed={view === 'week'}
            drawn={drawn - over}
            onDone={done => {
              setSaid(done)
              props.onDone()
              again()
            }}
          />
        )
      })}
      {entries.length === 0 && (
        <p>
          {t(`slots.noneIn.${view}`)}{' '}
          {next !== undefined && (
            <button
              type="button"
              class="link"
              onClick={() => {
                onAnchor(next)
              }}
            >
              {t('slots.toNext', { day: nameOfDay(next, lang) })}
            </button>
          )}
        </p>
      )}
    </MarkingContext.Provider>
  )
}

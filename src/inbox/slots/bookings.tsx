import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { daysAfter } from '../../core/calendar/days.ts'
import { nameOfDay } from '../../core/calendar/times.ts'
import { fromDayToDay, mondayOf, weekOf } from '../../core/calendar/weeks.ts'
import { Actions, Button, Heading } from '../../ui/index.ts'
import { entriesByDay, inOrder } from './by-day.ts'
import { CancelSeveral } from './cancel-several.tsx'
import { useCopy } from '../shared/copy.ts'
import { useDraft, VIEW } from '../shared/drafts.ts'
import { useGrowing } from '../shared/later.tsx'
import { MarkingContext } from '../shared/marking.tsx'
import { SlotRow } from './slot-row.tsx'
import { useDesk } from '../model/desk.ts'
import { today } from '../shared/today.ts'
import { useReturn } from '../shared/use-return.ts'

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
  const days = Array.from({ length: view === 'week' ? 7 : 1 }, (_, n) => daysAfter(first, n))
  const step = view === 'week' ? 7 : 1
  const last = days.at(-1) ?? first
  const next = [...byDay.keys()].filter(day => day > last).sort()[0]
  const shown = days
    .filter(day => view === 'day' || said?.day === day || byDay.has(day))
    .map(day => {
      const own = byDay.get(day) ?? []
      const words = said?.day === day ? [said] : []
      // What was done stands where the row was.
      return { day, lines: [...words, ...own].sort((a, b) => inOrder(startOf(a), startOf(b))) }
    })
  const count = shown.reduce((sum, { lines }) => sum + lines.length, 0)
  const drawn = useGrowing(count, `${view} ${first}`)
  useReturn('times', drawn === count)
  const bookingsShown = days
    .flatMap(day => byDay.get(day) ?? [])
    .flatMap(({ slot }) => slot.bookings.map(booking => booking.id))

  return (
    <MarkingContext.Provider value={{ marked, setMarked }}>
      <div class="inbox-bar">
        <div class="actions" role="group" aria-label={t('list.show')}>
          {(['day', 'week'] as const).map(name => (
            <button
              key={name}
              type="button"
              class="toggle"
              aria-pressed={view === name}
              onClick={() => {
                setView(name)
              }}
            >
              {t(`slots.view.${name}`)}
            </button>
          ))}
        </div>
        <Actions>
          <Button
            kind="quiet"
            onClick={() => {
              onAnchor(daysAfter(first, -step))
            }}
          >
            {t(`slots.before.${view}`)}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              onAnchor(daysAfter(first, step))
            }}
          >
            {t(`slots.after.${view}`)}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              onAnchor(today())
            }}
          >
            {t('slots.today')}
          </Button>
        </Actions>
      </div>
      <CancelSeveral shown={bookingsShown} onDone={props.onDone} />
      <div role="status">
        <Heading level={2}>
          {view === 'week'
            ? t('slots.week', { n: weekOf(first), days: fromDayToDay(first, daysAfter(first, 6), lang) })
            : nameOfDay(first, lang)}
        </Heading>
      </div>
      {shown.map(({ day, lines }, at) => {
        const over = shown.slice(0, at).reduce((sum, before) => sum + before.lines.length, 0)
        if (over > 0 && over >= drawn) return null
        return (
          <section key={day} class="slot-day">
            {view === 'week' && <Heading level={3}>{nameOfDay(day, lang)}</Heading>}
            {lines.length > 0 && (
              <ul class="plain-list">
                {lines.slice(0, drawn - over).map(line =>
                  'text' in line ? (
                    <Said key={`said-${line.text}`} text={line.text} />
                  ) : (
                    <SlotRow
                      key={`${line.slot.id}-${line.date.startsAt}`}
                      slot={line.slot}
                      date={line.date}
                      onDone={text => {
                        setSaid({ day, startsAt: line.date.startsAt, text })
                        props.onDone()
                        again()
                      }}
                    />
                  ),
                )}
              </ul>
            )}
          </section>
        )
      })}
      {!days.some(day => byDay.has(day)) && (
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

type Done = { readonly day: string; readonly startsAt: string; readonly text: string }

const startOf = (line: Done | { readonly date: { readonly startsAt: string } }): string =>
  'date' in line ? line.date.startsAt : line.startsAt

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

import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Slot, SlotKind } from '../../core/contract/index.ts'
import { Button, Skeleton, TimePicker, type TimeOption } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { dateLines, dayAndTime, dayName, fromTo } from '../../core/calendar/times.ts'
import type { ScreenProps } from '../request/screens/screen.ts'
import type { Slots } from './use-slots.ts'

const MOST_WISHES = 3

const sameTime = (a: Slot, b: Slot): boolean =>
  a.place === b.place && JSON.stringify(a.dates) === JSON.stringify(b.dates)

/** Two members of staff free at once are one time to the reader; the one that was ticked stays. */
function isShown(slot: Slot, ticked: readonly string[], earlier: readonly Slot[]): boolean {
  return ticked.includes(slot.id) || !earlier.some(other => sameTime(other, slot))
}

/** Free times to tick, first wish first; says so when there are none or they cannot be fetched. */
export function SlotPicker(
  props: ScreenProps & {
    readonly kind: SlotKind
    readonly legend: string
    readonly legendIsHeading?: boolean
    readonly hint: string
    readonly empty: string
  },
): JSX.Element {
  const { answers, update, slots, again, errorOf } = props
  const { t, lang } = useCopy()
  const heading = props.legendIsHeading === true && <h1 tabIndex={-1}>{props.legend}</h1>
  useFocusKept(slots.kind, props.legendIsHeading === true)

  if (slots.kind === 'loading') {
    return (
      <>
        {heading}
        <Skeleton label={t('request:times.loading')} />
      </>
    )
  }
  if (slots.kind === 'unreachable') {
    return (
      <>
        {heading}
        <p>{t('request:times.offline')}</p>
        <p>
          <Button kind="quiet" onClick={again}>
            {t('request:times.again')}
          </Button>
        </p>
      </>
    )
  }
  const free = slots.slots
    .filter(slot => slot.kind === props.kind && slot.seatsLeft > 0)
    .filter((slot, at, all) => isShown(slot, answers.slotIds ?? [], all.slice(0, at)))
  if (free.length === 0) {
    return (
      <>
        {heading}
        <p>{props.empty}</p>
      </>
    )
  }
  // A wish that is not free any more cannot be seen here, so it must not count either.
  const chosen = (answers.slotIds ?? []).filter(id => free.some(slot => slot.id === id))
  const toOption = (slot: Slot): TimeOption => {
    const [first, ...more] = slot.dates
    const at = chosen.indexOf(slot.id)
    const course = slot.kind === 'relatives-course'
    return {
      id: slot.id,
      // All the days of a course stand together: one comes to each of them.
      ...(course
        ? { time: dateLines(slot.dates, lang).join(',\n') }
        : { day: first ? dayName(first.startsAt, lang) : '', time: first ? fromTo(first, lang) : '' }),
      detail: [
        t(`request:times.${slot.place}`),
        ...(course ? [] : more.map(date => t('request:times.also', { time: dayAndTime(date, lang) }))),
        ...(course ? [t('request:times.seats', { count: slot.seatsLeft })] : []),
      ],
      ...(at >= 0 && { orderText: t('request:times.wish', { n: at + 1 }) }),
    }
  }
  return (
    <TimePicker
      name="slotIds"
      legend={props.legend}
      legendIsHeading={props.legendIsHeading}
      hint={props.hint}
      error={errorOf('slotIds')}
      times={free.map(toOption)}
      chosen={chosen}
      max={MOST_WISHES}
      limitText={t('request:times.limit')}
      onChange={slotIds => {
        update({ slotIds })
      }}
    />
  )
}

/** What had the focus is another element once the times are there: then the heading has it, as when the screen came. */
function useFocusKept(kind: Slots['kind'], onHeading: boolean): void {
  const before = useRef(kind)
  useLayoutEffect(() => {
    const changed = before.current !== kind
    before.current = kind
    if (changed && onHeading && document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [kind, onHeading])
}

import type { JSX } from 'preact'
import { dayAndTimeInYear } from '../../core/calendar/times.ts'
import type { StaffSlot } from '../../core/contract/index.ts'
import { Button } from '../../ui/index.ts'
import { useDesk, useUnopened } from '../model/desk.ts'
import { numberOf } from '../model/number.ts'
import { whoOf } from '../model/title.ts'
import { useCopy } from '../shared/copy.ts'
import { LateFold } from '../shared/late-fold.tsx'
import { printOnly } from '../shared/print-only.ts'
import { useIsOpening } from './use-is-opening.ts'

type Seats = { readonly slot: StaffSlot; readonly date: StaffSlot['dates'][number] }

/** Who has a seat on a course, with the number to ring: to have on paper on the day. */
export function SeatList(props: Seats): JSX.Element {
  const { t } = useCopy()
  return (
    <div class="seat-list">
      <LateFold summary={t('slots.seatList', { count: props.slot.bookings.length })}>
        {() => <SeatTable {...props} />}
      </LateFold>
    </div>
  )
}

function SeatTable({ slot, date }: Seats): JSX.Element {
  const { t, lang } = useCopy()
  const { requests } = useDesk()
  const { left } = useUnopened()
  // A list on paper has all of them, or is not printed.
  const isOpening = useIsOpening(slot)
  const id = `seats-${slot.id}-${date.startsAt}`
  const seats = slot.bookings
    .map(booking => {
      const opened = requests.find(one => one.stored.id === booking.requestId)
      return {
        id: booking.id,
        who: opened?.envelope ? whoOf(opened, t) : undefined,
        unnamed: t(!opened && left > 0 ? 'slots.opening' : 'slots.shut'),
        // Of whom nothing can be read it is not known that there is none.
        phone: opened?.envelope ? (numberOf(opened) ?? t('slots.seatNoNumber')) : '',
      }
    })
    // As one looks for a name at the door; those who cannot be named come last.
    .sort((a, b) =>
      a.who === undefined || b.who === undefined
        ? Number(a.who === undefined) - Number(b.who === undefined)
        : a.who.localeCompare(b.who, lang),
    )
  return (
    <>
      <div id={id}>
        <table class="table">
          <caption>
            {t(`slots.kinds.${slot.kind}`)}, {dayAndTimeInYear(date, lang)}
            {slot.room !== null && `, ${slot.room}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('slots.seatWho')}</th>
              <th scope="col">{t('slots.seatNumber')}</th>
              <th scope="col">{t('slots.seatCame')}</th>
            </tr>
          </thead>
          <tbody>
            {seats.map(({ id, who, unnamed, phone }) => (
              <tr key={id}>
                <td>{who ?? unnamed}</td>
                <td>{phone}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isOpening && (
        <p class="act">
          <Button
            kind="quiet"
            onClick={() => {
              printOnly(id)
            }}
          >
            {t('slots.seatPrint')}
          </Button>
        </p>
      )}
    </>
  )
}

import type { JSX } from 'preact'
import { dayAndTimeInYear } from '../../core/calendar/times.ts'
import type { StaffSlot } from '../../core/contract/index.ts'
import { Button } from '../../ui/index.ts'
import { useDesk } from '../model/desk.ts'
import { numberOf } from '../model/number.ts'
import { whoOf } from '../model/title.ts'
import { useCopy } from '../shared/copy.ts'
import { LateFold } from '../shared/late-fold.tsx'
import { printOnly } from '../shared/print-only.ts'

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
  const id = `seats-${slot.id}-${date.startsAt}`
  const seats = slot.bookings
    .map(booking => {
      const opened = requests.find(one => one.stored.id === booking.requestId)
      return {
        id: booking.id,
        who: opened?.envelope ? whoOf(opened, t) : undefined,
        phone: opened && numberOf(opened),
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
            {seats.map(({ id, who, phone }) => (
              <tr key={id}>
                <td>{who ?? t('slots.shut')}</td>
                <td>{phone ?? t('slots.seatNoNumber')}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
    </>
  )
}

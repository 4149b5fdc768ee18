import type { JSX } from 'preact'
import { dayAndTimeInYear } from '../../core/calendar/times.ts'
import type { StaffSlot } from '../../core/contract/index.ts'
import { Button, Fold } from '../../ui/index.ts'
import { useDesk } from '../model/desk.ts'
import { numberOf } from '../model/number.ts'
import { whoOf } from '../model/title.ts'
import { useCopy } from '../shared/copy.ts'
import { printOnly } from '../shared/print-only.ts'

/** Who has a seat on a course, with the number to ring: to have on paper on the day. */
export function SeatList(props: {
  readonly slot: StaffSlot
  readonly date: StaffSlot['dates'][number]
}): JSX.Element {
  const { t, lang } = useCopy()
  const { slot, date } = props
  const { requests } = useDesk()
  const id = `seats-${slot.id}-${date.startsAt}`
  return (
    <div class="seat-list">
      <Fold summary={t('slots.seatList', { count: slot.bookings.length })}>
        <div id={id}>
          <table>
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
              {slot.bookings.map(booking => {
                const opened = requests.find(one => one.stored.id === booking.requestId)
                return (
                  <tr key={booking.id}>
                    <td>{opened?.envelope ? whoOf(opened, t) : t('slots.shut')}</td>
                    <td>{(opened && numberOf(opened)) ?? t('slots.seatNoNumber')}</td>
                    <td />
                  </tr>
                )
              })}
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
      </Fold>
    </div>
  )
}

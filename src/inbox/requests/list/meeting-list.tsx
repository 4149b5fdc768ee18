import type { JSX } from 'preact'
import { dayAndTimeInYear, dayInYear } from '../../../core/calendar/times.ts'
import { Button } from '../../../ui/index.ts'
import { useDesk, useUnopened } from '../../model/desk.ts'
import type { GroupName, Groups } from '../../model/groups.ts'
import { referenceOf } from '../../model/links.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { waitsSince } from '../../model/urgency.ts'
import { useCopy } from '../../shared/copy.ts'
import { printOnly } from '../../shared/print-only.ts'
import { dayOf } from '../../shared/today.ts'

const ID = 'meeting-list'

/** What the weekly meeting about the young goes through. */
const GROUPS = ['crisis', 'late', 'new', 'waiting', 'answered'] as const satisfies readonly GroupName[]

/**
 * The young people's requests for a meeting at which others than the team sit: the made-up name and the reference, where it
 * stands, since when it waits, and its time. No name, no number and no word of what was written, whatever was told.
 */
export function MeetingList({ groups }: { readonly groups: Groups }): JSX.Element | null {
  const { t, lang } = useCopy()
  const { slots, today } = useDesk()
  const { left } = useUnopened()
  const rows = GROUPS.flatMap(name => groups[name].map(opened => ({ name, opened })))
  // A list for a meeting has all of them, or is not printed.
  if (rows.length === 0 || left > 0) return null
  const timeOf = (opened: OpenedRequest): string =>
    slots
      .filter(slot => slot.bookings.some(({ requestId }) => requestId === opened.stored.id))
      .flatMap(slot => slot.dates.filter(date => dayOf(date) >= today))
      .map(date => dayAndTimeInYear(date, lang))
      .join('; ')
  return (
    <>
      <div class="meeting-list" id={ID}>
        <table class="table">
          <caption>{t('list.meetingTitle', { day: dayInYear(today, lang) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('list.meetingName')}</th>
              <th scope="col">{t('list.meetingReference')}</th>
              <th scope="col">{t('list.meetingGroup')}</th>
              <th scope="col">{t('list.meetingSince')}</th>
              <th scope="col">{t('list.meetingTime')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, opened }) => {
              const since = waitsSince(opened)
              return (
                <tr key={opened.stored.id}>
                  <td>{opened.envelope?.request.alias ?? ''}</td>
                  <td>{referenceOf(opened)}</td>
                  <td>{t(`list.meetingGroups.${name}`)}</td>
                  <td>{since === null ? '' : dayInYear(since, lang)}</td>
                  <td>{timeOf(opened)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p class="act meeting-print">
        <Button
          kind="quiet"
          onClick={() => {
            printOnly(ID)
          }}
        >
          {t('list.meeting')}
        </Button>
      </p>
    </>
  )
}

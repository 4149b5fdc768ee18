import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { daysAfter } from '../../core/calendar/days.ts'
import { fromDayToDay, weekOf } from '../../core/calendar/weeks.ts'
import { LEAST_COUNTED, WITHIN_DAYS, type WeekFigures } from '../../core/contract/index.ts'
import { Heading, Notice, Skeleton } from '../../ui/index.ts'
import { useFetched } from '../model/desk.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { failureOf, type Failure } from '../shared/failure.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { Later } from '../shared/later.tsx'
import { today } from '../shared/today.ts'
import { WeekChart } from './week-chart.tsx'

/** How many weeks are shown: as many as one takes in at a glance. */
const SHOWN = 12

/** How many wrote each week and how soon they were answered: a small chart and its table. */
export function FiguresPage(): JSX.Element {
  const { t, lang } = useCopy()
  const { at: fetchedAt } = useFetched()
  const [weeks, setWeeks] = useState<readonly WeekFigures[] | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const minute = Math.floor(fetchedAt / 60_000)
  useEffect(() => {
    const asked = { isGone: false }
    call('figures', {})
      .then(answer => {
        if (asked.isGone) return
        setFailed(null)
        setWeeks(answer.weeks.slice(0, SHOWN))
      })
      .catch((error: unknown) => {
        if (!asked.isGone) setFailed(failureOf(error))
      })
    return () => {
      asked.isGone = true
    }
  }, [minute])
  const count = (n: number | null): string =>
    n === null ? t('figures.few', { least: LEAST_COUNTED }) : String(n)
  /** What is still open is not a failure yet: the days have not passed for all who wrote in that week. */
  const within = (week: WeekFigures, n: number | null, days: number): string =>
    daysAfter(week.from, 6 + days) >= today() ? t('figures.soFar', { count: count(n) }) : count(n)
  return (
    <>
      <Heading focusable>{t('figures.title')}</Heading>
      {failed !== null && (
        <Notice tone="care" live>
          <p>{sentenceFor(failed, t)}</p>
        </Notice>
      )}
      {weeks === null && failed === null && <Skeleton label={t('list.fetching')} />}
      {weeks?.length === 0 && <p>{t('figures.none')}</p>}
      {weeks !== null && weeks.length > 0 && (
        <>
          <p>{t('figures.about')}</p>
          <div class="figures">
            <WeekChart weeks={[...weeks].reverse()} />
            <Later>
              {() => (
                <table class="table figures-table">
                  <caption>{t('figures.caption')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('figures.week')}</th>
                      <th scope="col">{t('figures.requests')}</th>
                      <th scope="col">{t('figures.within', { days: WITHIN_DAYS.within7 })}</th>
                      <th scope="col">{t('figures.within', { days: WITHIN_DAYS.within14 })}</th>
                      <th scope="col">{t('figures.talks')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {weeks.map(week => (
                      <tr key={week.from}>
                        <th scope="row">
                          {t('figures.week')} {weekOf(week.from)}
                          <span class="figures-days">
                            :{' '}
                            <span class="no-break">
                              {fromDayToDay(week.from, daysAfter(week.from, 6), lang)}
                            </span>
                          </span>
                        </th>
                        <td>{count(week.requests)}</td>
                        <td>{within(week, week.within7, WITHIN_DAYS.within7)}</td>
                        <td>{within(week, week.within14, WITHIN_DAYS.within14)}</td>
                        <td>{count(week.talks)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </Later>
          </div>
        </>
      )}
    </>
  )
}

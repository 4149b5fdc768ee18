import { toChildArray, type ComponentChildren, type JSX } from 'preact'
import { dayAndMonth } from '../../../core/calendar/names.ts'
import { dayInYear, clock, dayName } from '../../../core/calendar/times.ts'
import type { StaffSlot } from '../../../core/contract/index.ts'
import { FIRST } from '../../../core/languages.ts'
import { hasNumber } from '../../model/as-rows.ts'
import { useCopy } from '../../shared/copy.ts'
import { languageText } from '../../shared/language-text.ts'
import { useHasDraft } from '../../shared/drafts.ts'
import { bookedBy } from '../../model/groups.ts'
import { isCalledOff, lastDone } from '../../model/last-done.ts'
import { isUnsaid } from '../../model/meetings.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { dayOf, daysBetween } from '../../shared/today.ts'
import { useOwner } from './use-owner.ts'
import { deadlinesOf, hasOpenCrisis, waitsSince, type Deadline } from '../../model/urgency.ts'

/** The number of days before a deadline at which its tag stands out. */
const NEAR_DAYS = 3

/** What to know of a request at a glance: what is urgent first, then where it stands. */
export function Tags(props: {
  readonly opened: OpenedRequest
  readonly slots: readonly StaffSlot[]
  readonly today: string
  /**
   * What is said beside them already: where it stands; or, on the request's own page, all of a crisis, that looking at it
   * has opened it, what it is about, what was noted and when it came.
   */
  readonly isSaid?: 'state' | 'page' | undefined
}): JSX.Element {
  const { t, lang } = useCopy()
  const { opened, slots, today: now } = props
  const { stored, envelope, unanswered } = opened
  const since = waitsSince(opened)
  const days = since === null ? 0 : daysBetween(since, now)
  const begun = useHasDraft(stored.id)
  const deadlines = deadlinesOf(opened, slots)
  const { owner, hasLeft } = useOwner(opened)
  const [booked] = bookedBy(opened, slots, now)
  const done = lastDone(opened)
  const substance =
    envelope && envelope.request.audience !== 'relative' ? envelope.request.substance : undefined
  const language = envelope?.request.language ?? FIRST
  return (
    <List>
      {opened.signs.length > 0 && props.isSaid !== 'page' && (
        <>
          {/* One that nobody has answered stands under a heading that says so. */}
          {!hasOpenCrisis(opened) && <li class="tag">{t('list.crisisAnswered')}</li>}
          <li class="tag">{t(hasNumber(opened) ? 'list.mayCall' : 'list.noNumber')}</li>
        </>
      )}
      {booked && (
        <li class="tag" data-tone="booked">
          {t('list.booked', {
            day: dayName(booked.date.startsAt, lang),
            time: clock(booked.date.startsAt, lang),
          })}
        </li>
      )}
      {isUnsaid(opened) && (
        <li class="tag" data-tone="new">
          {t('list.unsaid')}
        </li>
      )}
      {isCalledOff(opened) && <li class="tag">{t('list.calledOff')}</li>}
      {unanswered > 0 && (
        <li class="tag" data-tone="new">
          {t('list.newMessage', { count: unanswered })}
        </li>
      )}
      {deadlines.map(deadline => (
        <DeadlineTag key={deadline.days ?? 'confirmed'} deadline={deadline} now={now} />
      ))}
      {props.isSaid !== 'state' && !(props.isSaid === 'page' && stored.state === 'new') && (
        <li class="tag" data-tone={stored.state === 'new' ? 'new' : undefined}>
          {t(`state.${stored.state}`)}
        </li>
      )}
      {owner !== null && <li class="tag">{t(hasLeft ? 'list.ownerLeft' : 'list.owner', { name: owner })}</li>}
      {begun && <li class="tag">{t('list.begun')}</li>}
      {language !== FIRST && <li class="tag">{languageText(language, t, lang)}</li>}
      {props.isSaid !== 'page' && substance && substance !== 'unsure' && (
        <li>{t(`values.substance.${substance}`)}</li>
      )}
      {done && props.isSaid !== 'page' && (
        <li>
          {t('list.lastDone', {
            what: t(`notes.events.${done.event}`),
            day: dayAndMonth(dayOf({ startsAt: done.at }), lang),
          })}
        </li>
      )}
      {days > 0 && <li>{t('list.waited', { count: days })}</li>}
      {props.isSaid !== 'page' && (
        <li>{t('list.received', { day: dayAndMonth(stored.receivedOn, lang) })}</li>
      )}
    </List>
  )
}

/** The tags; nothing when there are none: an empty list is read out as one. */
function List({ children }: { readonly children: ComponentChildren }): JSX.Element | null {
  return toChildArray(children).length === 0 ? null : <ul class="tags">{children}</ul>
}

/** A limit: the nearer it is, the louder. */
function DeadlineTag({ deadline, now }: { readonly deadline: Deadline; readonly now: string }): JSX.Element {
  const { t, lang } = useCopy()
  const { day, days } = deadline
  const left = daysBetween(now, day)
  const when =
    left < 0
      ? t('list.overdue', { count: -left })
      : left === 0
        ? t('list.today')
        : left === 1
          ? t('list.tomorrow')
          : days === null
            ? dayInYear(day, lang)
            : dayAndMonth(day, lang)
  return (
    <li class="tag" data-tone={left < 0 ? 'late' : left <= NEAR_DAYS ? 'new' : undefined}>
      {days === null ? t('thread.confirms', { day: when }) : t('list.limit', { days, day: when })}
    </li>
  )
}

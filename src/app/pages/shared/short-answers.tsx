import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { Told, VisitAnswers } from '../../../core/facts/types.ts'
import { Heading } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { ToldHere } from '../../told.tsx'
import { Run, type Key } from './words.tsx'

/** For whom the answers are: what does not concern them is left out. `anyone` reads the page of the house. */
export type Visitor = 'anyone' | 'adult' | 'youth-talk' | 'youth-treatment' | 'relative'

type Answer = {
  readonly title: Key
  /** The municipality's own answer; it takes the place of what has to be asked. */
  readonly told: Told | null
  readonly ask: readonly Key[]
  readonly besides: readonly Key[]
}

/**
 * What people ask before they come: each answered by the municipality or the standards, else with the question to ask.
 *
 * @param minutes how long the booked talk lasts
 * @param booked somebody has a booking here; without one there is nothing that the code could cancel
 */
export function ShortAnswers(props: {
  readonly of: Visitor
  readonly minutes?: number | undefined
  readonly booked?: boolean
  readonly visit?: VisitAnswers
}): JSX.Element {
  const { t, href } = useCopy()
  const { of, minutes, booked = true, visit = municipality.place.visit } = props
  return (
    <>
      {answersFor(of, visit, { timed: minutes !== undefined, booked }).map(
        ({ title, told, ask, besides }) => (
          <div class="flow" key={title}>
            <Heading level={3}>
              {t(title, { minutes }) as string /* the key of a sentence, never of a branch */}
            </Heading>
            {told && (
              <p>
                <ToldHere of={told} />
              </p>
            )}
            <Run keys={[...besides, ...(told ? [] : ask)]} />
            {title === 'visit:problem.title' && of === 'anyone' && (
              <p>
                <a href={`${href('adults')}#signs`}>{t('visit:problem.link')}</a>
              </p>
            )}
          </div>
        ),
      )}
    </>
  )
}

/** The answers that concern somebody, in the order they are asked for. */
export function answersFor(
  of: Visitor,
  visit: VisitAnswers,
  { timed, booked }: { readonly timed: boolean; readonly booked: boolean },
): readonly Answer[] {
  const inTreatment = of === 'anyone' || of === 'adult' || of === 'youth-treatment'
  return [
    {
      title: timed ? 'visit:contains.timed' : 'visit:contains.title',
      told: visit.contains,
      ask: ['visit:contains.ask'],
      besides: inTreatment ? ['visit:contains.treatment'] : [],
    },
    {
      title: 'visit:friend.title',
      told: visit.friend,
      ask: ['visit:friend.ask'],
      besides: inTreatment ? ['visit:friend.treatment'] : [],
    },
    {
      title: 'visit:absent.title',
      told: visit.absent,
      ask: ['visit:absent.ask'],
      // A receipt for a young person's talk says above what a missed one counts as.
      besides: of === 'youth-talk' ? [] : [booked ? 'visit:absent.cancel' : 'visit:absent.tell'],
    },
    ...(of === 'relative'
      ? []
      : [
          {
            title: 'visit:problem.title',
            told: null,
            ask: [],
            besides: ['visit:problem.doubt', 'visit:problem.treatment'],
          } as const,
        ]),
  ]
}

import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { standardStatus } from '../../core/facts/index.ts'
import type { Answers } from '../../core/request/index.ts'
import { Fold } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { concerns } from './screens/reach.tsx'

/** The folded rest (voice: "Which honest item, to whom"). */
export function HonestyMore({ answers }: { readonly answers: Answers }): JSX.Element {
  const { t } = useCopy()
  const treatment = answers.wish === 'treatment'
  const young = answers.audience === 'youth'
  const relative = answers.audience === 'relative'
  const talk = young && answers.wish === 'anonymous-talk'
  const unnamed = answers.identity === 'anonymous'
  const named = answers.identity === 'named'
  const registered = [t('request:more.registered'), t('request:more.centre'), t('request:more.kept')]
  return (
    <>
      {talk && (
        <Fold summary={t('request:more.ifTreatment')}>
          <Points texts={[t('request:more.youthMeeting'), ...registered, t('request:more.times')]} />
        </Fold>
      )}
      {!young && !relative && unnamed && (
        <Fold summary={t('request:more.ifName')}>
          <Points texts={registered} />
        </Fold>
      )}
      {!young && !relative && !unnamed && !treatment && (
        <Fold summary={t('request:more.ifTreatment')}>
          <Points texts={[...registered, t('request:more.times')]} />
        </Fold>
      )}
      {young && !talk && (
        <Fold summary={t(named ? 'request:more.whenStarting' : 'request:more.ifName')}>
          <Points texts={[...registered, t('request:more.times')]} />
        </Fold>
      )}
      {!young && treatment && !unnamed && (
        <>
          <Fold summary={t('request:more.firstTalk')}>
            <p>{t('request:more.firstTalkText')}</p>
          </Fold>
          <Fold summary={t('request:more.who')}>
            <p>{t('request:more.whoText')}</p>
          </Fold>
        </>
      )}
      {!young && !relative && unnamed && concerns(answers, 'drugs') && (
        <Fold summary={t('request:more.criteria')}>
          <p>{t('request:more.criteriaText')}</p>
          <Points texts={t('request:more.criteriaList', { returnObjects: true })} />
          <p>{t('request:more.criteriaWho')}</p>
          <p>{t('request:more.criteriaPlaces', { places: municipality.anonymousProviders.join(', ') })}</p>
        </Fold>
      )}
      {relative && (answers.wish === 'relatives-course' || answers.wish === 'unsure') && (
        <Fold summary={t('request:more.relativePrice')}>
          <p>{t('request:more.relativePriceText')}</p>
        </Fold>
      )}
      {!relative && (
        <Fold summary={t('request:more.decides')}>
          <p>{t('request:more.decidesText')}</p>
        </Fold>
      )}
    </>
  )
}

/** That the rules on alcohol have run out, where alcohol was chosen: above what is said before sending, never the last word. */
export function Lapsed({ answers }: { readonly answers: Answers }): JSX.Element | null {
  const { t, today } = useCopy()
  const { alcohol } = municipality.standards
  const talk = answers.audience === 'youth' && answers.wish === 'anonymous-talk'
  if (talk || answers.audience === 'relative' || !concerns(answers, 'alcohol')) return null
  if (standardStatus(alcohol, today) !== 'lapsed') return null
  const key = municipality.confirmed.helpContinuesThoughLapsed ? 'lapsedConfirmed' : 'lapsed'
  return <p>{t(`request:review.${key}`, { year: alcohol.validTo.slice(0, 4) })}</p>
}

function Points({ texts }: { readonly texts: readonly string[] }): JSX.Element {
  return (
    <ul>
      {texts.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

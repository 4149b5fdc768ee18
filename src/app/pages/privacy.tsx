import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { Heading, Page } from '../../ui/index.ts'
import { fingerprint } from '../build-info.ts'
import { useCopy } from '../copy/copy.ts'
import { LeaveAndForget } from '../offline/leave-and-forget.tsx'
import { Required } from './shared/missing.tsx'
import { OpenSection } from './shared/section.tsx'
import { Points, Run, Say } from './shared/words.tsx'

/** What the phone and the intake keep, and what GDPR art. 13 asks to be said. */
export function PrivacyPage(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Page>
      <Heading level={1}>{t('privacy:heading')}</Heading>
      <p class="lead">{t('privacy:intro')}</p>
      <OpenSection id="short" heading="privacy:short.heading">
        <Points
          keys={[
            'privacy:short.account',
            'privacy:short.never',
            'privacy:short.sealed',
            'privacy:short.check',
            'privacy:short.silence',
          ]}
        />
      </OpenSection>
      <OpenSection id="phone" heading="privacy:phone.heading">
        <Points keys={['privacy:phone.pages', 'privacy:phone.draft', 'privacy:phone.waiting']} />
        <Say keys={['privacy:phone.code', 'privacy:phone.others']} />
      </OpenSection>
      <LeaveAndForget />
      <OpenSection id="intake" heading="privacy:intake.heading">
        <Say keys={['privacy:intake.what', 'privacy:intake.seesIntro']} />
        <Points
          keys={[
            'privacy:intake.seen.message',
            'privacy:intake.seen.day',
            'privacy:intake.seen.booked',
            'privacy:intake.seen.kind',
            'privacy:intake.seen.counts',
            ...(municipality.confirmed.missedTalkCounts ? [] : ['privacy:intake.seen.missed' as const]),
            'privacy:intake.seen.answered',
          ]}
        />
        <Say keys={['privacy:intake.blindIntro']} />
        <Points
          keys={['privacy:intake.blind.text', 'privacy:intake.blind.name', 'privacy:intake.blind.about']}
        />
        <Run keys={['privacy:intake.address', 'privacy:intake.trust']} />
      </OpenSection>
      <HowLong />
      <OpenSection id="place" heading="privacy:place.heading">
        <Run keys={['privacy:place.copied', 'privacy:place.staff']} />
        <Run keys={['privacy:place.years', 'privacy:place.see', 'privacy:place.never']} />
      </OpenSection>
      <ByLaw />
      <OpenSection id="rights" heading="privacy:rights.heading">
        <Points
          keys={[
            'privacy:rights.see',
            'privacy:rights.correct',
            'privacy:rights.erase',
            'privacy:rights.limit',
            'privacy:rights.object',
          ]}
        />
        <Run keys={['privacy:rights.how', 'privacy:rights.complain']} />
      </OpenSection>
      <Keys />
      <p>
        <a href={href('accessibility')}>{t('common:links.accessibility')}</a>
      </p>
    </Page>
  )
}

/** The fingerprint of the keys this page seals to and believes, to be compared with one that came another way. */
function Keys(): JSX.Element {
  return (
    <OpenSection id="keys" heading="privacy:keys.heading">
      <Say keys={['privacy:keys.what']} />
      <p>
        <code data-fingerprint>{fingerprint.match(/.{4}/g)?.join(' ')}</code>
      </p>
      <Say keys={['privacy:keys.differs']} />
    </OpenSection>
  )
}

/** The intake's own periods (`core/facts/retention.ts`, which the intake takes its defaults from). */
function HowLong(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <OpenSection id="keep" heading="privacy:keep.heading">
      <Run keys={['privacy:keep.last', 'privacy:keep.never', 'privacy:keep.junk']} />
      <Say keys={['privacy:keep.unanswered', 'privacy:keep.withdraw', 'privacy:keep.sums']} />
      <p>
        <a href={href('replies')}>{t('privacy:keep.withdrawLink')}</a>
      </p>
    </OpenSection>
  )
}

function ByLaw(): JSX.Element {
  const { controller, dataProtectionOfficer, legalBasis, recipients } = municipality.required
  return (
    <OpenSection id="law" heading="privacy:law.heading">
      <Run keys={['privacy:law.why', 'privacy:law.health']} />
      <Run keys={['privacy:law.free', 'privacy:law.automatic']} />
      <dl class="required">
        <Required name="controller" label="privacy:law.controller" told={controller} />
        <Required
          name="dataProtectionOfficer"
          label="privacy:law.dataProtectionOfficer"
          told={dataProtectionOfficer}
        />
        <Required name="legalBasis" label="privacy:law.legalBasis" told={legalBasis} />
        <Required name="recipients" label="privacy:law.recipients" told={recipients} />
      </dl>
    </OpenSection>
  )
}

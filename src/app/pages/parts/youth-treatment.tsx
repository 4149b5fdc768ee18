import type { JSX } from 'preact'
import { Heading } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { methods } from './methods.ts'
import { OpenMatter } from './open-matter.tsx'
import { FoldedSection, FoldGroup } from './section.tsx'
import { Say } from './words.tsx'

/** For 15-17: who takes part, what treatment is, the meeting, the parents, health, having a say, and afterwards. */
export function YouthTreatment(): JSX.Element {
  return (
    <FoldGroup id="if-treatment" heading="youth:groups.treatment">
      <WhoTakesPart />
      <Treatment />
      <Meeting />
      <FoldedSection id="parents" heading="youth:parents.heading">
        <Say keys={['youth:parents.part', 'youth:parents.told', 'youth:parents.support']} />
      </FoldedSection>
      <Health />
      <FoldedSection id="your-say" heading="youth:say.heading">
        <Say
          keys={[
            'youth:say.together',
            'youth:say.goal',
            'youth:say.own',
            'youth:say.plan',
            'youth:say.update',
          ]}
        />
      </FoldedSection>
      <FoldedSection id="afterwards" heading="youth:after.heading">
        <Say keys={['youth:after.first', 'youth:after.second', 'youth:after.back']} />
      </FoldedSection>
    </FoldGroup>
  )
}

function WhoTakesPart(): JSX.Element {
  return (
    <FoldedSection id="who-takes-part" heading="youth:who.heading">
      <Say keys={['youth:who.parents', 'youth:who.adviser']} />
      <OpenMatter id="O-07" ask="youth:who.noAdviser" />
      <Say
        keys={[
          'youth:who.together',
          'youth:who.through',
          'youth:who.written',
          'youth:who.staff',
          'youth:who.kept',
          'youth:who.see',
          'youth:who.duty',
        ]}
      />
    </FoldedSection>
  )
}

function Treatment(): JSX.Element {
  const { t } = useCopy()
  return (
    <FoldedSection id="treatment" heading="youth:treatment.heading">
      <Say
        keys={[
          'youth:treatment.enrol',
          'youth:treatment.length',
          'youth:treatment.talks',
          'youth:treatment.group',
          'youth:treatment.after',
        ]}
      />
      <AlcoholAndDrugs
        page="youth"
        alcohol={<Say keys={['youth:treatment.afterAlcohol']} />}
        drugs={<Say keys={['youth:treatment.afterDrugs']} />}
      />
      <Say keys={['youth:treatment.afterBoth']} />
      <Heading level={4}>{t('youth:parts.heading')}</Heading>
      <p>{t('youth:parts.methods', methods)}</p>
      <Say keys={['youth:parts.training', 'youth:parts.gift']} />
    </FoldedSection>
  )
}

function Meeting(): JSX.Element {
  return (
    <FoldedSection id="meeting" heading="youth:meeting.heading">
      <Say
        keys={[
          'youth:meeting.weekly',
          'youth:meeting.decides',
          'youth:meeting.invited',
          'youth:meeting.you',
          'youth:meeting.partners',
        ]}
      />
      <AlcoholAndDrugs
        page="youth"
        alcohol={<Say keys={['youth:meeting.partnersAlcohol']} />}
        drugs={<Say keys={['youth:meeting.partnersDrugs']} />}
      />
    </FoldedSection>
  )
}

function Health(): JSX.Element {
  return (
    <FoldedSection id="health" heading="youth:health.heading">
      <Say keys={['youth:health.doctor', 'youth:health.doctorDrugs', 'youth:health.substitution']} />
      <OpenMatter id="O-30" ask="youth:health.substitutionAge" />
      <Say
        keys={[
          'youth:health.psychiatrist',
          'youth:health.mind',
          'youth:health.onwards',
          'youth:health.clinic',
          'youth:health.pregnant',
        ]}
      />
      <OpenMatter id="O-19" ask="youth:health.pregnantAsk" />
    </FoldedSection>
  )
}

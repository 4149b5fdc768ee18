import type { JSX } from 'preact'
import { Heading } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { methods } from './methods.ts'
import { OpenMatter } from './open-matter.tsx'
import { FoldedSection } from './section.tsx'
import { Say } from './words.tsx'

/** For 15-17: who takes part, whether it is for me, advice, treatment, the meeting and the parents. */
export function YouthTreatment(): JSX.Element {
  return (
    <>
      <BeforeTreatment />
      <Treatment />
    </>
  )
}

function BeforeTreatment(): JSX.Element {
  return (
    <>
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
      <FoldedSection id="for-me" heading="youth:me.heading">
        <Say keys={['youth:me.unsure', 'youth:me.alcohol', 'youth:me.drugs', 'youth:me.drugsLimit']} />
        <OpenMatter id="O-25" ask="youth:me.drugsAsk" />
        <Say keys={['youth:me.who', 'youth:me.both']} />
      </FoldedSection>
      <FoldedSection id="only-advice" heading="youth:advice.heading">
        <Say
          keys={[
            'youth:advice.short',
            'youth:advice.extended',
            'youth:advice.lectures',
            'youth:advice.names',
          ]}
        />
      </FoldedSection>
    </>
  )
}

function Treatment(): JSX.Element {
  const { t } = useCopy()
  return (
    <>
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
        <Heading level={3}>{t('youth:parts.heading')}</Heading>
        <p>{t('youth:parts.methods', methods)}</p>
        <Say keys={['youth:parts.training', 'youth:parts.gift']} />
      </FoldedSection>
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
      <FoldedSection id="parents" heading="youth:parents.heading">
        <Say keys={['youth:parents.part', 'youth:parents.told', 'youth:parents.support']} />
      </FoldedSection>
    </>
  )
}

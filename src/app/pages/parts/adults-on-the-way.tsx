import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { methods } from './methods.ts'
import { OpenMatter } from './open-matter.tsx'
import { FoldedSection } from './section.tsx'
import { Points, Say } from './words.tsx'

/** For adults: whether it is for me, without a name, and what happens from contact to the end. */
export function AdultsOnTheWay(): JSX.Element {
  return (
    <>
      <FoldedSection id="for-me" heading="adults:me.heading">
        <Say
          keys={[
            'adults:me.unsure',
            'adults:me.alcohol',
            'adults:me.drugs',
            'adults:me.who',
            'adults:me.age',
            'adults:me.place',
          ]}
        />
        <OpenMatter id="O-02" ask="adults:me.elsewhere" />
        <OpenMatter id="O-03" ask="adults:me.moving" />
      </FoldedSection>
      <FoldedSection id="both" heading="adults:both.heading">
        <Say keys={['adults:both.text']} />
      </FoldedSection>
      <WithoutAName />
      <FoldedSection id="step-by-step" heading="adults:steps.heading">
        <Points
          keys={[
            'adults:steps.contact',
            'adults:steps.registered',
            'adults:steps.target',
            'adults:steps.life',
            'adults:steps.actionPlan',
            'adults:steps.plan',
            'adults:steps.doctor',
            'adults:steps.meeting',
            'adults:steps.from',
            'adults:steps.guarantee',
          ]}
        />
      </FoldedSection>
      <WhatTreatmentHolds />
      <Methods />
      <FoldedSection id="how-long" heading="adults:length.heading">
        <Say
          keys={[
            'adults:length.course',
            'adults:length.talks',
            'adults:length.groups',
            'adults:length.after',
            'adults:length.afterGroup',
            'adults:length.followUp',
          ]}
        />
      </FoldedSection>
    </>
  )
}

function WithoutAName(): JSX.Element {
  return (
    <FoldedSection id="without-a-name" heading="adults:nameless.heading">
      <AlcoholAndDrugs
        page="adults"
        alcohol={
          <>
            <Say keys={['adults:nameless.alcohol']} />
            <OpenMatter id="O-16" ask="adults:nameless.alcoholHow" toldAbove />
            <Say keys={['adults:nameless.alcoholName']} />
          </>
        }
        drugs={
          <>
            <Say keys={['adults:nameless.drugs', 'adults:nameless.criteria']} />
            <Points
              keys={['adults:nameless.attachment', 'adults:nameless.support', 'adults:nameless.little']}
            />
            <Say keys={['adults:nameless.clarifies']} />
            <OpenMatter id="O-17" ask="adults:nameless.open" />
            <Say keys={['adults:nameless.choose']} />
            <ul>
              {municipality.anonymousProviders.map(provider => (
                <li key={provider}>{provider}</li>
              ))}
            </ul>
          </>
        }
      />
      <OpenMatter id="O-18" ask="adults:nameless.both" />
    </FoldedSection>
  )
}

function WhatTreatmentHolds(): JSX.Element {
  return (
    <>
      <FoldedSection id="goals" heading="adults:goals.heading">
        <Points
          keys={[
            'adults:goals.stop',
            'adults:goals.own',
            'adults:goals.insight',
            'adults:goals.knowledge',
            'adults:goals.tools',
            'adults:goals.harm',
            'adults:goals.cooperation',
            'adults:goals.meetings',
            'adults:goals.network',
            'adults:goals.maintain',
            'adults:goals.family',
          ]}
        />
        <Say keys={['adults:goals.note']} />
      </FoldedSection>
      <FoldedSection id="contents" heading="adults:contents.heading">
        <Points
          keys={[
            'adults:contents.talks',
            'adults:contents.group',
            'adults:contents.training',
            'adults:contents.family',
            'adults:contents.couple',
            'adults:contents.cooperation',
            'adults:contents.doctor',
            'adults:contents.medicine',
            'adults:contents.psychiatric',
            'adults:contents.urine',
            'adults:contents.relatives',
            'adults:contents.aftercare',
            'adults:contents.followUp',
          ]}
        />
        <Say keys={['adults:contents.differs']} />
        <AlcoholAndDrugs
          page="adults"
          alcohol={
            <>
              <Points keys={['adults:contents.antabuse']} />
              <Say keys={['adults:contents.askAlcohol']} />
            </>
          }
          drugs={
            <Points
              keys={['adults:contents.advice', 'adults:contents.assessment', 'adults:contents.meetings']}
            />
          }
        />
      </FoldedSection>
    </>
  )
}

function Methods(): JSX.Element {
  const { t } = useCopy()
  return (
    <FoldedSection id="methods" heading="adults:methods.heading">
      <Say
        keys={[
          'adults:methods.holistic',
          'adults:methods.approach',
          'adults:methods.evidence',
          'adults:methods.intro',
        ]}
      />
      <Points
        keys={[
          'adults:methods.motivational',
          'adults:methods.psychoeducation',
          'adults:methods.systemic',
          'adults:methods.relapse',
          'adults:methods.narrative',
        ]}
      />
      <ul>
        <li>{t('adults:methods.nada', methods)}</li>
        <li>{t('adults:methods.names', methods)}</li>
      </ul>
      <AlcoholAndDrugs
        page="adults"
        alcohol={<Points keys={['adults:methods.cbt']} />}
        drugs={
          <>
            <Points
              keys={[
                'adults:methods.cognitive',
                'adults:methods.openDialogue',
                'adults:methods.drugEducation',
              ]}
            />
            <p>{t('adults:methods.hap', methods)}</p>
          </>
        }
      />
      <Say keys={['adults:methods.groups']} />
      <Points
        keys={[
          'adults:methods.groupMotivation',
          'adults:methods.groupOutpatient',
          'adults:methods.groupSupport',
          'adults:methods.groupTraining',
          'adults:methods.groupAfter',
        ]}
      />
    </FoldedSection>
  )
}

import type { JSX } from 'preact'
import { AdultsMethods } from './adults-methods.tsx'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { OpenMatter } from './open-matter.tsx'
import { FoldedSection, FoldGroup } from './section.tsx'
import { Points, Say } from './words.tsx'

/** For adults: what treatment is for, what it holds, how long it lasts, and what comes after. */
export function AdultsTreatment(): JSX.Element {
  return (
    <FoldGroup id="treatment" heading="adults:groups.treatment">
      <Goals />
      <Contents />
      <AdultsMethods />
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
      <FoldedSection id="plan" heading="adults:plan.heading">
        <Say
          keys={[
            'adults:plan.together',
            'adults:plan.starts',
            'adults:plan.update',
            'adults:plan.action',
            'adults:plan.part',
          ]}
        />
      </FoldedSection>
      <DayAndNight />
      <FoldedSection id="staff" heading="adults:staff.heading">
        <Say keys={['adults:staff.background', 'adults:staff.doctor']} />
      </FoldedSection>
      <Afterwards />
    </FoldGroup>
  )
}

function Goals(): JSX.Element {
  return (
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
  )
}

function Contents(): JSX.Element {
  return (
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
  )
}

function DayAndNight(): JSX.Element {
  return (
    <FoldedSection id="day-and-night" heading="adults:residential.heading">
      <Say
        keys={[
          'adults:residential.external',
          'adults:residential.first',
          'adults:residential.who',
          'adults:residential.committee',
        ]}
      />
      <OpenMatter id="O-23" ask="adults:residential.clock" />
      <Say keys={['adults:residential.payment', 'adults:residential.home']} />
      <OpenMatter id="O-37" ask="adults:residential.day" />
      <Say
        keys={[
          'adults:residential.practical',
          'adults:residential.reports',
          'adults:residential.broken',
          'adults:residential.after',
        ]}
      />
    </FoldedSection>
  )
}

function Afterwards(): JSX.Element {
  return (
    <FoldedSection id="afterwards" heading="adults:after.heading">
      <Say
        keys={[
          'adults:after.months',
          'adults:after.responsibility',
          'adults:after.first',
          'adults:after.second',
          'adults:after.goals',
          'adults:after.back',
          'adults:after.external',
          'adults:after.aftercare',
        ]}
      />
    </FoldedSection>
  )
}

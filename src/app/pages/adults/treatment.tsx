import type { JSX } from 'preact'
import { AdultsDayAndNight } from './day-and-night.tsx'
import { AdultsMethods } from './methods.tsx'
import { FoldedSection, FoldGroup, SubHeading } from '../shared/section.tsx'
import { Points, Run, Say } from '../shared/words.tsx'

/** For adults: what treatment is for, what it holds, how long it lasts, and what comes after. */
export function AdultsTreatment(): JSX.Element {
  return (
    <FoldGroup folded id="treatment" heading="adults:groups.treatment">
      <Goals />
      <Contents />
      <AdultsMethods />
      <HowLong />
      <FoldedSection id="plan" heading="adults:plan.heading">
        <Run keys={['adults:plan.together', 'adults:plan.starts', 'adults:plan.update']} />
        <Run keys={['adults:plan.action', 'adults:plan.part']} />
      </FoldedSection>
      <AdultsDayAndNight />
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
      <SubHeading heading="adults:contents.parts.talks" />
      <Points keys={['adults:contents.talks', 'adults:contents.group', 'adults:contents.cooperation']} />
      <SubHeading heading="adults:contents.parts.body" />
      <Points
        keys={[
          'adults:contents.doctor',
          'adults:contents.medicine',
          'adults:contents.antabuse',
          'adults:contents.psychiatric',
          'adults:contents.urine',
          'adults:contents.training',
        ]}
      />
      <SubHeading heading="adults:contents.parts.close" />
      <Points keys={['adults:contents.family', 'adults:contents.couple', 'adults:contents.relatives']} />
      <SubHeading heading="adults:contents.parts.after" />
      <Points keys={['adults:contents.aftercare', 'adults:contents.followUp']} />
      <Say keys={['adults:contents.onlyDrugs']} />
    </FoldedSection>
  )
}

function HowLong(): JSX.Element {
  return (
    <FoldedSection id="how-long" heading="adults:length.heading">
      <Say keys={['adults:length.typical']} />
      <Points keys={['adults:length.treatment', 'adults:length.afterwards']} />
      <Say keys={['adults:length.groups']} />
    </FoldedSection>
  )
}

function Afterwards(): JSX.Element {
  return (
    <FoldedSection id="afterwards" heading="adults:after.heading">
      <Say keys={['adults:after.intro']} />
      <Points keys={['adults:after.first', 'adults:after.second']} />
      <Run keys={['adults:after.back', 'adults:after.goals', 'adults:after.again']} />
      <Say keys={['adults:after.external']} />
    </FoldedSection>
  )
}

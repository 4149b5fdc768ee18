import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, FoldGroup, SubHeading } from '../shared/section.tsx'
import { Points, Run, Say, Sentence, Steps } from '../shared/words.tsx'
import { YouthHealth } from './health.tsx'

/** For 15-17: who takes part, what treatment is, the meeting, the parents, health, having a say, and afterwards. */
export function YouthTreatment(): JSX.Element {
  return (
    <FoldGroup folded id="if-treatment" heading="youth:groups.treatment">
      <WhoTakesPart />
      <FoldedSection id="written-down" heading="youth:written.heading">
        <Say
          keys={[
            'youth:written.what',
            'youth:written.staff',
            'youth:written.centre',
            'youth:written.duty',
            'youth:written.kept',
          ]}
        />
      </FoldedSection>
      <Treatment />
      <Meeting />
      <FoldedSection id="parents" heading="youth:parents.heading">
        <Run keys={['youth:parents.part', 'youth:parents.told']} />
        <Say keys={['youth:parents.support']} />
      </FoldedSection>
      <YouthHealth />
      <FoldedSection id="your-say" heading="youth:say.heading">
        <Run keys={['youth:say.goal', 'youth:say.own']} />
        <Run keys={['youth:say.together', 'youth:say.plan', 'youth:say.update']} />
      </FoldedSection>
      <FoldedSection id="afterwards" heading="youth:after.heading">
        <Say keys={['youth:after.intro']} />
        <Points keys={['youth:after.first', 'youth:after.second', 'youth:after.back']} />
      </FoldedSection>
    </FoldGroup>
  )
}

function WhoTakesPart(): JSX.Element {
  return (
    <FoldedSection id="who-takes-part" heading="youth:who.heading">
      <p>
        <Sentence id="youth:who.parents" /> <Sentence id="youth:who.adviser" />{' '}
        <OpenMatter id="O-07" ask="youth:who.noAdviser" inline />
      </p>
      <Run keys={['youth:who.together', 'youth:who.through']} />
    </FoldedSection>
  )
}

function Treatment(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <FoldedSection id="treatment" heading="youth:treatment.heading">
      <Say keys={['youth:treatment.situation']} />
      <Steps keys={['youth:treatment.enrol', 'youth:treatment.course', 'youth:treatment.after']} />
      <Say keys={['youth:treatment.afterBoth']} />
      <SubHeading heading="youth:parts.heading" />
      <Say keys={['youth:parts.methods']} />
      <Run keys={['youth:parts.training', 'youth:parts.gift']} />
      <OpenMatter id="O-35" ask="youth:parts.ask" />
      <Say keys={['youth:parts.also']} />
      <p>
        <a href={href('adults')}>{t('youth:parts.link')}</a>
      </p>
    </FoldedSection>
  )
}

function Meeting(): JSX.Element {
  return (
    <FoldedSection id="meeting" heading="youth:meeting.heading">
      <Run keys={['youth:meeting.weekly', 'youth:meeting.decides']} />
      <Run keys={['youth:meeting.invited', 'youth:meeting.you']} />
      <Say keys={['youth:meeting.partners']} />
    </FoldedSection>
  )
}

import type { JSX } from 'preact'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, SubHeading } from '../shared/section.tsx'
import { Run, Sentence } from '../shared/words.tsx'

/** For 15-17: doctor, mental health and pregnancy. */
export function YouthHealth(): JSX.Element {
  return (
    <FoldedSection id="health" heading="youth:health.heading">
      <SubHeading heading="youth:health.parts.doctor" />
      <Run keys={['youth:health.doctor', 'youth:health.doctorDrugs']} />
      <p>
        <Sentence id="youth:health.substitution" />{' '}
        <OpenMatter id="O-30" ask="youth:health.substitutionAge" inline />
      </p>
      <SubHeading heading="youth:health.parts.mind" />
      <Run keys={['youth:health.mind', 'youth:health.psychiatrist']} />
      <Run keys={['youth:health.onwards', 'youth:health.clinic']} />
      <SubHeading heading="youth:health.parts.pregnancy" />
      <p>
        <Sentence id="youth:health.pregnant" /> <OpenMatter id="O-19" ask="youth:health.pregnantAsk" inline />
      </p>
    </FoldedSection>
  )
}

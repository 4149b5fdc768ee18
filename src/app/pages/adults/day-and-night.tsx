import type { JSX } from 'preact'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, SubHeading } from '../shared/section.tsx'
import { Points, Run, Say, Sentence } from '../shared/words.tsx'

/** For adults: treatment at a place outside, by day or day and night. */
export function AdultsDayAndNight(): JSX.Element {
  return (
    <FoldedSection id="day-and-night" heading="adults:residential.heading">
      <SubHeading heading="adults:residential.parts.who" />
      <Run keys={['adults:residential.external', 'adults:residential.who', 'adults:residential.first']} />
      <SubHeading heading="adults:residential.parts.decides" />
      <p>
        <Sentence id="adults:residential.committee" />{' '}
        <OpenMatter id="O-23" ask="adults:residential.clock" inline />
      </p>
      <SubHeading heading="adults:residential.parts.pay" />
      <Run keys={['adults:residential.payment', 'adults:residential.home']} />
      <OpenMatter id="O-37" ask="adults:residential.day" />
      <SubHeading heading="adults:residential.parts.there" />
      <Say keys={['adults:residential.place']} />
      <Points
        keys={['adults:residential.practical', 'adults:residential.reports', 'adults:residential.broken']}
      />
      <Say keys={['adults:residential.after']} />
    </FoldedSection>
  )
}

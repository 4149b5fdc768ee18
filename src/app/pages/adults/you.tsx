import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from '../shared/alcohol-and-drugs.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, FoldGroup } from '../shared/section.tsx'
import { Points, Run, Say } from '../shared/words.tsx'

/** For adults: children, body and mind, and those who are close. */
export function AdultsYou(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <FoldGroup folded id="you" heading="adults:groups.you">
      <FoldedSection id="children" heading="adults:children.heading">
        <Run keys={['adults:children.centre', 'adults:children.attentive']} />
        <Say keys={['adults:children.duty', 'adults:children.pregnant']} />
        <OpenMatter id="O-19" ask="adults:children.nameless" />
      </FoldedSection>
      <FoldedSection id="doctor" heading="adults:doctor.heading">
        <Run keys={['adults:doctor.talk', 'adults:doctor.medicine']} />
        <AlcoholAndDrugs
          page="adults"
          alcohol={<Say keys={['adults:doctor.antabuse']} />}
          drugs={<Say keys={['adults:doctor.free', 'adults:doctor.substitution']} />}
        />
      </FoldedSection>
      <FoldedSection id="mind" heading="adults:mind.heading">
        <Run keys={['adults:mind.staff', 'adults:mind.screen']} />
        <Run keys={['adults:mind.assessment', 'adults:mind.onwards', 'adults:mind.clinic']} />
      </FoldedSection>
      <FoldedSection id="family" heading="adults:family.heading">
        <Say keys={['adults:family.important', 'adults:family.contain']} />
        <Points keys={['adults:family.course', 'adults:family.talks']} />
        <p>
          <a href={href('relatives')}>{t('adults:family.link')}</a>
        </p>
      </FoldedSection>
    </FoldGroup>
  )
}

import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, SubHeading } from '../shared/section.tsx'
import { Points, Run, Say, Sentence } from '../shared/words.tsx'

/** For relatives: whether it is for me, what it holds, and what depends on the other person. */
export function RelativesInDepth(): JSX.Element {
  return (
    <>
      <FoldedSection id="for-me" heading="relatives:me.heading">
        <Say keys={['relatives:me.intro']} />
        <Points keys={['relatives:me.resident', 'relatives:me.enrolled']} />
        <OpenMatter id="O-12" ask="relatives:me.elsewhere" />
        <OpenMatter id="O-15" ask="relatives:me.otherPlace" />
      </FoldedSection>
      <FoldedSection id="what-it-holds" heading="relatives:what.heading">
        <Say keys={['relatives:what.programme']} />
        <Points
          keys={[
            'relatives:what.talks',
            'relatives:what.course',
            'relatives:what.family',
            'relatives:what.couple',
          ]}
        />
        <Run keys={['relatives:what.whole', 'relatives:what.meetings']} />
      </FoldedSection>
      <FoldedSection id="in-treatment" heading="relatives:treated.heading">
        <Run
          keys={['relatives:treated.motivated', 'relatives:treated.alcohol', 'relatives:treated.alongside']}
        />
        <Run keys={['relatives:treated.registered', 'relatives:treated.staff']} />
      </FoldedSection>
      <FoldedSection id="does-not-want-help" heading="relatives:unwilling.heading">
        <Say keys={['relatives:unwilling.yours', 'relatives:unwilling.starts']} />
      </FoldedSection>
      <Parents />
      <FoldedSection id="younger" heading="relatives:younger.heading">
        <Run keys={['relatives:younger.from', 'relatives:younger.ask', 'relatives:younger.municipality']} />
      </FoldedSection>
      <FoldedSection id="children" heading="relatives:children.heading">
        <Run keys={['relatives:children.centre', 'relatives:children.attentive']} />
        <Say keys={['relatives:children.duty']} />
      </FoldedSection>
    </>
  )
}

function Parents(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <FoldedSection id="parents" heading="relatives:parents.heading">
      <SubHeading heading="relatives:parents.parts.help" />
      <p>
        <Sentence id="relatives:parents.support" />{' '}
        <OpenMatter id="O-39" ask="relatives:parents.onBehalf" inline />
      </p>
      <SubHeading heading="relatives:parents.parts.nameless" />
      <Run keys={['relatives:parents.nameless', 'relatives:parents.told']} />
      <SubHeading heading="relatives:parents.parts.treatment" />
      <Run keys={['relatives:parents.part', 'relatives:parents.through']} />
      <Say keys={['relatives:parents.meeting', 'relatives:parents.partners']} />
      <p>
        <a href={href('youth')}>{t('relatives:parents.youthPage')}</a>
      </p>
    </FoldedSection>
  )
}

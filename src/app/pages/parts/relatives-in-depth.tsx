import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { OpenMatter } from './open-matter.tsx'
import { FoldedSection } from './section.tsx'
import { Say } from './words.tsx'

/** For relatives: whether it is for me, what it holds, and what depends on the other person. */
export function RelativesInDepth(): JSX.Element {
  return (
    <>
      <FoldedSection id="for-me" heading="relatives:me.heading">
        <Say keys={['relatives:me.intro']} />
        <AlcoholAndDrugs
          page="relatives"
          alcohol={<Say keys={['relatives:me.alcohol']} />}
          drugs={<Say keys={['relatives:me.drugs']} />}
        />
        <OpenMatter id="O-12" ask="relatives:me.elsewhere" />
        <OpenMatter id="O-15" ask="relatives:me.otherPlace" />
        <OpenMatter id="O-13" ask="relatives:me.youngRelative" />
      </FoldedSection>
      <FoldedSection id="what-it-holds" heading="relatives:what.heading">
        <Say
          keys={[
            'relatives:what.programme',
            'relatives:what.contain',
            'relatives:what.whole',
            'relatives:what.meetings',
            'relatives:what.meetingsDrugs',
          ]}
        />
      </FoldedSection>
      <FoldedSection id="in-treatment" heading="relatives:treated.heading">
        <Say
          keys={[
            'relatives:treated.motivated',
            'relatives:treated.alcohol',
            'relatives:treated.alongside',
            'relatives:treated.view',
            'relatives:treated.staff',
          ]}
        />
      </FoldedSection>
      <FoldedSection id="does-not-want-help" heading="relatives:unwilling.heading">
        <Say
          keys={[
            'relatives:unwilling.yours',
            'relatives:unwilling.starts',
            'relatives:unwilling.registered',
            'relatives:unwilling.guarantee',
          ]}
        />
      </FoldedSection>
      <Parents />
      <FoldedSection id="children" heading="relatives:children.heading">
        <Say
          keys={['relatives:children.centre', 'relatives:children.attentive', 'relatives:children.duty']}
        />
      </FoldedSection>
    </>
  )
}

function Parents(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <FoldedSection id="parents" heading="relatives:parents.heading">
      <Say
        keys={[
          'relatives:parents.support',
          'relatives:parents.part',
          'relatives:parents.close',
          'relatives:parents.nameless',
          'relatives:parents.told',
          'relatives:parents.meeting',
          'relatives:parents.invited',
          'relatives:parents.through',
        ]}
      />
      <OpenMatter id="O-39" ask="relatives:parents.onBehalf" />
      <Say keys={['relatives:parents.partners']} />
      <AlcoholAndDrugs
        page="relatives"
        alcohol={<Say keys={['relatives:parents.partnersAlcohol']} />}
        drugs={<Say keys={['relatives:parents.partnersDrugs']} />}
      />
      <p>
        <a href={href('youth')}>{t('relatives:parents.youthPage')}</a>
      </p>
    </FoldedSection>
  )
}

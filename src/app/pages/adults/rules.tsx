import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { FoldedSection, FoldGroup } from '../shared/section.tsx'
import { Validity } from '../shared/validity.tsx'
import { Run, Say } from '../shared/words.tsx'

/** For adults: what is written down, where rights stand, and how new the rules are. */
export function AdultsRules(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <FoldGroup folded id="rules" heading="adults:groups.rules">
      <WrittenDown />
      <FoldedSection id="rights" heading="adults:rights.heading">
        <Say keys={['adults:rights.text']} />
        <p>
          <a href={href('rights')}>{t('adults:reach.rights')}</a>
        </p>
      </FoldedSection>
      <HowNew />
    </FoldGroup>
  )
}

function WrittenDown(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <FoldedSection id="written-down" heading="adults:written.heading">
      <Run keys={['adults:written.what', 'adults:written.noCpr']} />
      <Run keys={['adults:written.staff', 'adults:written.others', 'adults:written.consent']} />
      <Run keys={['adults:written.kept', 'adults:written.see']} />
      <p>
        <a href={`${href('rights')}#your-case`}>{t('adults:written.link')}</a>
      </p>
    </FoldedSection>
  )
}

function HowNew(): JSX.Element {
  return (
    <FoldedSection id="how-new" heading="adults:newness.heading">
      <Run keys={['adults:newness.what', 'adults:newness.revision']} />
      <Say keys={['adults:newness.alcohol', 'adults:newness.drugs']} />
      <Validity standard="drugs" />
    </FoldedSection>
  )
}

import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { dayText } from '../../../core/facts/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { OpenMatter } from './open-matter.tsx'
import { FoldedSection, FoldGroup } from './section.tsx'
import { Validity } from './validity.tsx'
import { Say } from './words.tsx'

/** For adults: what is written down, where rights are told, and how new the rules are. */
export function AdultsRules(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <FoldGroup id="rules" heading="adults:groups.rules">
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
  return (
    <FoldedSection id="written-down" heading="adults:written.heading">
      <Say
        keys={[
          'adults:written.what',
          'adults:written.staff',
          'adults:written.others',
          'adults:written.consent',
        ]}
      />
      <AlcoholAndDrugs
        page="adults"
        alcohol={<Say keys={['adults:written.alcohol', 'adults:written.alcoholRegister']} />}
        drugs={<Say keys={['adults:written.drugs', 'adults:written.drugsRegister']} />}
      />
      <OpenMatter id="O-29" ask="adults:written.both" />
      <Say keys={['adults:written.register', 'adults:written.kept', 'adults:written.see']} />
    </FoldedSection>
  )
}

function HowNew(): JSX.Element {
  const { t, lang } = useCopy()
  const { alcohol, drugs } = municipality.standards
  return (
    <FoldedSection id="how-new" heading="adults:newness.heading">
      <Say keys={['adults:newness.what']} />
      <p>{t('adults:newness.alcohol', { day: dayText(alcohol.approvedOn, lang) })}</p>
      <p>{t('adults:newness.drugs', { day: dayText(drugs.approvedOn, lang) })}</p>
      <Say keys={['adults:newness.revision']} />
      <Validity standard="drugs" />
    </FoldedSection>
  )
}

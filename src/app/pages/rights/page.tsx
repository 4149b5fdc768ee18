import type { JSX } from 'preact'
import { Actions, Drawing, Heading, LinkButton, Page } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from '../shared/alcohol-and-drugs.tsx'
import { NotForEmergencies } from '../shared/not-for-emergencies.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { RightsChoiceAndComplaint } from './choice-and-complaint.tsx'
import { RightsElsewhere } from './elsewhere.tsx'
import { FoldedSection, FoldGroup, OpenSection } from '../shared/section.tsx'
import { Validity } from '../shared/validity.tsx'
import { WhereItStands } from '../shared/where-it-stands.tsx'
import { Run, Say, Sentence } from '../shared/words.tsx'

/** Guarantee, choice of place, complaint and seeing one's case: side by side, since the two standards differ. */
export function RightsPage(): JSX.Element {
  const { t } = useCopy()
  return (
    <Page>
      <Drawing name="letter" />
      <Heading level={1}>{t('rights:heading')}</Heading>
      <p class="lead">
        <Sentence id="rights:answer" />
      </p>
      <Say keys={['rights:differs']} />
      <Validity standard="alcohol" />
      <Guarantee />
      <RightsChoiceAndComplaint />
      <YourCase />
      <OpenSection id="cost" heading="rights:cost.heading">
        <Run keys={['rights:cost.text', 'rights:cost.residential']} />
      </OpenSection>
      <WriteOrAsk />
      <NotForEmergencies text="rights:emergency.text" link="rights:emergency.link" />
      <FoldGroup id="more" heading="rights:groups.more">
        <RightsElsewhere />
        <FoldedSection id="how-new" heading="rights:newness.heading">
          <Say keys={['rights:newness.what', 'rights:newness.alcohol', 'rights:newness.drugs']} />
          <Validity standard="drugs" />
        </FoldedSection>
      </FoldGroup>
      <WhereItStands page="rights" label="rights:sources" />
    </Page>
  )
}

function Guarantee(): JSX.Element {
  return (
    <OpenSection id="guarantee" heading="rights:guarantee.heading">
      <Say keys={['rights:guarantee.start', 'rights:guarantee.first']} />
      <OpenMatter id="O-22" ask="rights:guarantee.clock" />
      <AlcoholAndDrugs
        page="rights"
        alcohol={<OpenMatter id="O-21" ask="rights:guarantee.alcohol" />}
        drugs={
          <>
            <Say keys={['rights:guarantee.drugs']} />
            <OpenMatter id="O-38" ask="rights:guarantee.drugsNameless" />
          </>
        }
      />
      <OpenMatter id="O-23" ask="rights:guarantee.residential" />
    </OpenSection>
  )
}

function YourCase(): JSX.Element {
  return (
    <OpenSection id="your-case" heading="rights:know.heading">
      <Say keys={['rights:know.staff']} />
      <Run keys={['rights:know.written', 'rights:know.kept']} />
      <AlcoholAndDrugs
        page="rights"
        alcohol={<Say keys={['rights:know.alcohol']} />}
        drugs={<Say keys={['rights:know.drugs']} />}
      />
      <OpenMatter id="O-29" ask="rights:know.both" />
    </OpenSection>
  )
}

function WriteOrAsk(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <OpenSection id="write-or-ask" heading="rights:reach.heading">
      <Actions>
        <LinkButton href={href('contact')}>{t('rights:reach.write')}</LinkButton>
        <LinkButton href={href('check')} kind="quiet">
          {t('rights:reach.check')}
        </LinkButton>
      </Actions>
    </OpenSection>
  )
}

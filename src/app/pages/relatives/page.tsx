import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { Actions, Box, Drawing, Heading, LinkButton, Page } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { NotForEmergencies } from '../shared/not-for-emergencies.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { AskBox } from '../shared/ask-box.tsx'
import { RelativesInDepth } from './in-depth.tsx'
import { FoldedSection, FoldGroup, OpenSection } from '../shared/section.tsx'
import { PlaceLink } from '../shared/place-link.tsx'
import { Validity } from '../shared/validity.tsx'
import { WhereItStands } from '../shared/where-it-stands.tsx'
import { Points, Say, Sentence } from '../shared/words.tsx'
import { WriteAgain } from '../shared/write-again.tsx'

/** The offer for those who are close to somebody. */
export function RelativesPage(): JSX.Element {
  const { t } = useCopy()
  return (
    <Page>
      <Drawing name="bench" />
      <Heading level={1}>{t('relatives:heading')}</Heading>
      <p class="lead">
        <Sentence id="relatives:answer" />
      </p>
      <WriteOrBook />
      <NotForEmergencies text="relatives:emergency.text" link="relatives:emergency.link" />
      <p>
        <Sentence id="relatives:young" /> <OpenMatter id="O-13" ask="relatives:youngAlone" inline />
      </p>
      <FiveThings />
      <Validity standard="alcohol" />
      <FoldGroup id="more" heading="relatives:groups.more">
        <RelativesInDepth />
        <FoldedSection id="how-new" heading="relatives:newness.heading">
          <Say keys={['relatives:newness.what', 'relatives:newness.alcohol', 'relatives:newness.drugs']} />
          <Validity standard="drugs" />
        </FoldedSection>
      </FoldGroup>
      <WriteAgain audience="relative" label="relatives:reach.write" />
      <WhereItStands page="relatives" label="relatives:sources" />
    </Page>
  )
}

/** Above all there is to read: who has made up their mind need not look for it. */
function WriteOrBook(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Actions>
      <LinkButton href={href('contact')} data-audience="relative">
        {t('relatives:reach.write')}
      </LinkButton>
      <LinkButton href={href('check')} kind="quiet" data-audience="relative">
        {t('relatives:reach.check')}
      </LinkButton>
    </Actions>
  )
}

function FiveThings(): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <OpenSection id="in-short" heading="relatives:short.heading">
        <Points
          keys={[
            'relatives:short.course',
            'relatives:short.talks',
            'relatives:short.family',
            'relatives:short.couple',
          ]}
        />
        <Say keys={['relatives:short.important', 'relatives:short.where']} />
        <PlaceLink />
      </OpenSection>
      <OpenSection id="who-knows" heading="relatives:know.heading">
        <Box title={t('relatives:know.box.title')} level={3}>
          {municipality.confirmed.neverSaysWhoComes && <Say keys={['relatives:know.box.neverSays']} />}
          <Say keys={['relatives:know.box.yourself', 'relatives:know.box.nameless']} />
          <Say keys={['relatives:know.box.duty']} />
        </Box>
      </OpenSection>
      <OpenSection id="cost" heading="relatives:cost.heading">
        <Say keys={['relatives:cost.text']} />
        {municipality.openMatters['O-14'] && <OpenMatter id="O-14" ask="relatives:ask.cost" />}
      </OpenSection>
      <AskBox
        audience="relative"
        questions={[
          { matter: 'O-14', ask: 'relatives:ask.wait' },
          { matter: 'O-14', ask: 'relatives:ask.cost' },
          { matter: 'O-14', ask: 'relatives:ask.register' },
        ]}
      />
    </>
  )
}

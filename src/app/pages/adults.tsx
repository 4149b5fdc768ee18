import type { JSX } from 'preact'
import { Actions, Box, Drawing, Heading, LinkButton, Page, Way } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { AdultsBefore } from './parts/adults-before.tsx'
import { AdultsRules } from './parts/adults-rules.tsx'
import { AdultsTreatment } from './parts/adults-treatment.tsx'
import { AdultsYou } from './parts/adults-you.tsx'
import { AlcoholAndDrugs } from './parts/alcohol-and-drugs.tsx'
import { NotForEmergencies } from './parts/not-for-emergencies.tsx'
import { OpenMatter } from './parts/open-matter.tsx'
import { OpenSection } from './parts/section.tsx'
import { Validity } from './parts/validity.tsx'
import { WhereItStands } from './parts/where-it-stands.tsx'
import { Points, Say } from './parts/words.tsx'

/** The offer for adults. */
export function AdultsPage(): JSX.Element {
  const { t } = useCopy()
  return (
    <Page>
      <Drawing name="door" />
      <Heading level={1}>{t('adults:heading')}</Heading>
      <p class="lead">{t('adults:answer')}</p>
      <WriteOrBook />
      <FiveThings />
      <NotForEmergencies text="adults:emergency.text" link="adults:emergency.link" />
      <Validity standard="alcohol" />
      <OpenSection id="way" heading="adults:way.heading">
        <TheWay />
      </OpenSection>
      <AdultsBefore />
      <AdultsTreatment />
      <AdultsYou />
      <AdultsRules />
      <WhereItStands page="adults" label="adults:sources" />
    </Page>
  )
}

function FiveThings(): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <OpenSection id="in-short" heading="adults:short.heading">
        <Points
          keys={['adults:short.talks', 'adults:short.doctor', 'adults:short.family', 'adults:short.after']}
        />
        <Say keys={['adults:short.who', 'adults:short.where']} />
      </OpenSection>
      <OpenSection id="who-knows" heading="adults:know.heading">
        <Box title={t('adults:know.box.title')} level={3}>
          <Say
            keys={[
              'adults:know.box.staff',
              'adults:know.box.centre',
              'adults:know.box.pregnant',
              'adults:know.box.duty',
              'adults:know.box.kept',
            ]}
          />
        </Box>
        <Say keys={['adults:know.without']} />
        <AlcoholAndDrugs
          page="adults"
          alcohol={
            <>
              <Say keys={['adults:know.alcohol']} />
              <OpenMatter id="O-16" ask="adults:know.alcoholHow" />
            </>
          }
          drugs={<Say keys={['adults:know.drugs']} />}
        />
      </OpenSection>
      <OpenSection id="how-fast" heading="adults:fast.heading">
        <Say keys={['adults:fast.first', 'adults:fast.start']} />
        <OpenMatter id="O-22" ask="adults:fast.clock" />
      </OpenSection>
      <OpenSection id="cost" heading="adults:cost.heading">
        <Say keys={['adults:cost.text', 'adults:cost.residential']} />
      </OpenSection>
    </>
  )
}

/** Above all there is to read: who has made up their mind need not look for it. */
function WriteOrBook(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Actions>
      <LinkButton href={href('contact')} data-audience="adult">
        {t('adults:reach.write')}
      </LinkButton>
      <LinkButton href={href('check')} kind="quiet" data-audience="adult">
        {t('adults:reach.check')}
      </LinkButton>
    </Actions>
  )
}

function TheWay(): JSX.Element {
  const { t } = useCopy()
  return (
    <Way
      label={t('adults:way.heading')}
      steps={[
        { title: t('adults:way.contact.title'), text: t('adults:way.contact.text') },
        { title: t('adults:way.talk.title'), text: t('adults:way.talk.text') },
        { title: t('adults:way.meeting.title'), text: t('adults:way.meeting.text') },
        { title: t('adults:way.start.title'), text: t('adults:way.start.text') },
        { title: t('adults:way.treatment.title'), text: t('adults:way.treatment.text') },
        { title: t('adults:way.after.title'), text: t('adults:way.after.text') },
        { title: t('adults:way.followUp.title'), text: t('adults:way.followUp.text') },
      ]}
    />
  )
}

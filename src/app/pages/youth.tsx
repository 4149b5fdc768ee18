import type { JSX } from 'preact'
import { Actions, Box, Drawing, Heading, LinkButton, Page, Way } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { Lines } from './parts/lines.tsx'
import { NotForEmergencies } from './parts/not-for-emergencies.tsx'
import { OpenMatter } from './parts/open-matter.tsx'
import { OpenSection } from './parts/section.tsx'
import { Validity } from './parts/validity.tsx'
import { WhereItStands } from './parts/where-it-stands.tsx'
import { Points, Run, Say } from './parts/words.tsx'
import { YouthBefore } from './parts/youth-before.tsx'
import { YouthRules } from './parts/youth-rules.tsx'
import { YouthTreatment } from './parts/youth-treatment.tsx'

/** The offer for 15-17, and who is told what. */
export function YouthPage(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Page>
      <Drawing name="two-chairs" />
      <Heading level={1}>{t('youth:heading')}</Heading>
      <p class="lead">{t('youth:answer')}</p>
      <WriteOrBook />
      <p>
        <a href="#younger">{t('youth:younger.link')}</a>
      </p>
      <FiveThings />
      <NotForEmergencies text="youth:emergency.text" link="youth:emergency.link" />
      <Validity standard="alcohol" />

      <OpenSection id="way" heading="youth:way.heading">
        <TheWay />
      </OpenSection>

      <YouthBefore />
      <YouthTreatment />
      <YouthRules />

      <OpenSection id="younger" heading="youth:younger.heading">
        <Say keys={['youth:younger.text', 'youth:younger.adult', 'youth:younger.call']} />
        <Lines whom="children" />
        <OpenMatter id="O-01" ask="youth:younger.municipality" />
        <p>
          <a href={href('urgent')}>{t('youth:emergency.link')}</a>
        </p>
      </OpenSection>
      <WhereItStands page="youth" label="youth:sources" />
    </Page>
  )
}

/** Above all there is to read: who has made up their mind need not look for it. */
function WriteOrBook(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Actions>
      <LinkButton href={href('contact')} data-audience="youth-talk">
        {t('youth:reach.book')}
      </LinkButton>
      <LinkButton href={href('contact')} kind="quiet" data-audience="youth-treatment">
        {t('youth:reach.treatment')}
      </LinkButton>
      <LinkButton href={href('check')} kind="quiet" data-audience="youth">
        {t('youth:reach.check')}
      </LinkButton>
    </Actions>
  )
}

function FiveThings(): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <OpenSection id="in-short" heading="youth:short.heading">
        <Points keys={['youth:short.talk', 'youth:short.more', 'youth:short.treatment']} />
        <Say keys={['youth:short.who', 'youth:short.where']} />
      </OpenSection>
      <OpenSection id="who-knows" heading="youth:know.heading">
        <Box title={t('youth:know.box.title')} level={3}>
          <Run keys={['youth:know.box.booking', 'youth:know.box.enrol', 'youth:know.box.duty']} />
          <OpenMatter id="O-06" ask="youth:know.box.ask" />
          <Run keys={['youth:know.box.beforeName', 'youth:know.box.app', 'youth:know.box.urgent']} />
        </Box>
      </OpenSection>
      <OpenSection id="how-fast" heading="youth:fast.heading">
        <Say keys={['youth:fast.talk', 'youth:fast.first', 'youth:fast.start']} />
        <OpenMatter id="O-22" ask="youth:fast.clock" />
      </OpenSection>
      <OpenSection id="cost" heading="youth:cost.heading">
        <Say keys={['youth:cost.text']} />
      </OpenSection>
    </>
  )
}

function TheWay(): JSX.Element {
  const { t } = useCopy()
  return (
    <Way
      label={t('youth:way.heading')}
      steps={[
        { title: t('youth:way.book.title'), text: t('youth:way.book.text') },
        { title: t('youth:way.talk.title'), text: t('youth:way.talk.text') },
        { title: t('youth:way.more.title'), text: t('youth:way.more.text') },
        { title: t('youth:way.enrol.title'), text: t('youth:way.enrol.text') },
        { title: t('youth:way.meeting.title'), text: t('youth:way.meeting.text') },
        { title: t('youth:way.treatment.title'), text: t('youth:way.treatment.text') },
        { title: t('youth:way.after.title'), text: t('youth:way.after.text') },
        { title: t('youth:way.followUp.title'), text: t('youth:way.followUp.text') },
      ]}
    />
  )
}

import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { Actions, Box, Drawing, Heading, LinkButton, Page, Way } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { AskBox } from '../shared/ask-box.tsx'
import { Contents } from '../shared/contents.tsx'
import { HelpLine } from '../shared/help-line.tsx'
import { NotForEmergencies } from '../shared/not-for-emergencies.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, OpenSection } from '../shared/section.tsx'
import { PlaceLink } from '../shared/place-link.tsx'
import { Validity } from '../shared/validity.tsx'
import { WhereItStands } from '../shared/where-it-stands.tsx'
import { Points, Say, Sentence } from '../shared/words.tsx'
import { WriteAgain } from '../shared/write-again.tsx'
import { YouthBefore } from './before.tsx'
import { YouthRules } from './rules.tsx'
import { YouthTreatment } from './treatment.tsx'

const contents = [
  ['who-knows', 'youth:know.heading'],
  ['how-fast', 'youth:fast.heading'],
  ['cost', 'youth:cost.heading'],
  ['way', 'youth:way.heading'],
  ['before', 'youth:groups.before'],
  ['if-treatment', 'youth:groups.treatment'],
  ['rules', 'youth:groups.rules'],
] as const

/** The offer for 15-17, and who learns what. */
export function YouthPage(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Page>
      <Drawing name="two-chairs" />
      <Heading level={1}>{t('youth:heading')}</Heading>
      <p class="lead">
        <Sentence id="youth:answer" />
      </p>
      <WriteOrBook />
      <p>
        <a href="#younger">{t('youth:younger.link')}</a>
      </p>
      <NotForEmergencies text="youth:emergency.text" link="youth:emergency.link" />
      <Contents of={contents} />
      <FiveThings />
      <Validity standard="alcohol" />
      <div class="folds">
        <FoldedSection id="way" heading="youth:way.heading" level={2}>
          <TheWay />
        </FoldedSection>
        <YouthBefore />
        <YouthTreatment />
        <YouthRules />
      </div>
      <WriteAgain audience="youth-talk" label="youth:reach.again" />
      <WhereItStands page="youth" label="youth:sources" />
      <OpenSection id="younger" heading="youth:younger.heading">
        <Say keys={['youth:younger.text', 'youth:younger.adult', 'youth:younger.call']} />
        <HelpLine id="children" />
        <OpenMatter id="O-01" ask="youth:younger.municipality" />
        <p>
          <a href={href('urgent')}>{t('youth:emergency.link')}</a>
        </p>
      </OpenSection>
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
        <PlaceLink />
      </OpenSection>
      <OpenSection id="who-knows" heading="youth:know.heading">
        <Box title={t('youth:know.box.title')} level={3}>
          <p>
            <strong>{t('youth:know.box.booking')}</strong>
          </p>
          <Say keys={['youth:know.box.enrol', 'youth:know.box.duty']} />
          <OpenMatter id="O-06" ask="youth:know.box.ask" />
          <Say keys={['youth:know.box.app']} />
        </Box>
      </OpenSection>
      <OpenSection id="how-fast" heading="youth:fast.heading">
        <Say keys={['youth:fast.talk', 'youth:fast.first', 'youth:fast.start']} />
        {municipality.openMatters['O-22'] && <OpenMatter id="O-22" ask="youth:ask.clock" />}
      </OpenSection>
      <OpenSection id="cost" heading="youth:cost.heading">
        <Say keys={['youth:cost.text']} />
      </OpenSection>
      <AskBox
        audience="youth-talk"
        questions={[
          { matter: 'O-06', ask: 'youth:ask.stops' },
          { matter: 'O-06', ask: 'youth:ask.more' },
          { matter: 'O-22', ask: 'youth:ask.clock' },
        ]}
      />
    </>
  )
}

function TheWay(): JSX.Element {
  const { t } = useCopy()
  return (
    <Way
      steps={[
        { title: t('youth:way.book.title'), text: <Sentence id="youth:way.book.text" /> },
        { title: t('youth:way.talk.title'), text: <Sentence id="youth:way.talk.text" /> },
        { title: t('youth:way.more.title'), text: <Sentence id="youth:way.more.text" /> },
        { title: t('youth:way.enrol.title'), text: <Sentence id="youth:way.enrol.text" /> },
        { title: t('youth:way.meeting.title'), text: <Sentence id="youth:way.meeting.text" /> },
        { title: t('youth:way.treatment.title'), text: <Sentence id="youth:way.treatment.text" /> },
        { title: t('youth:way.after.title'), text: <Sentence id="youth:way.after.text" /> },
        { title: t('youth:way.followUp.title'), text: <Sentence id="youth:way.followUp.text" /> },
      ]}
    />
  )
}

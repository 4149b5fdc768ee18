import type { JSX } from 'preact'
import { Actions, Drawing, Fold, Heading, LinkButton, Page, Way } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { Signs } from '../../signs/signs.tsx'
import { AdultsBefore } from './before.tsx'
import { AdultsRules } from './rules.tsx'
import { AdultsTreatment } from './treatment.tsx'
import { AdultsYou } from './you.tsx'
import { AskBox } from '../shared/ask-box.tsx'
import { Contents } from '../shared/contents.tsx'
import { NotForEmergencies } from '../shared/not-for-emergencies.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, OpenSection } from '../shared/section.tsx'
import { PlaceLink } from '../shared/place-link.tsx'
import { Validity } from '../shared/validity.tsx'
import { WhereItStands } from '../shared/where-it-stands.tsx'
import { Points, Run, Say, Sentence } from '../shared/words.tsx'

const contents = [
  ['who-knows', 'adults:know.heading'],
  ['how-fast', 'adults:fast.heading'],
  ['cost', 'adults:cost.heading'],
  ['way', 'adults:way.heading'],
  ['before', 'adults:groups.before'],
  ['treatment', 'adults:groups.treatment'],
  ['you', 'adults:groups.you'],
  ['rules', 'adults:groups.rules'],
] as const

/** The offer for adults. */
export function AdultsPage(): JSX.Element {
  const { t } = useCopy()
  return (
    <Page>
      <Drawing name="door" />
      <Heading level={1}>{t('adults:heading')}</Heading>
      <p class="lead">
        <Sentence id="adults:answer" />
      </p>
      <WriteOrBook />
      <Say keys={['adults:reach.talk']} />
      <NotForEmergencies text="adults:emergency.text" link="adults:emergency.link" />
      <Contents of={contents} />
      <FiveThings />
      <div class="folds">
        <KnownSigns />
        <FoldedSection id="way" heading="adults:way.heading" level={2}>
          <TheWay />
        </FoldedSection>
        <AskBox
          folded
          audience="adult"
          questions={[
            { matter: 'O-22', ask: 'adults:ask.clock' },
            { matter: 'O-16', ask: 'adults:ask.nameless' },
            { matter: 'O-19', ask: 'adults:ask.centre' },
          ]}
        />
        <AdultsBefore />
        <AdultsTreatment />
        <AdultsYou />
        <AdultsRules />
      </div>
      <Validity standard="alcohol" />
      <WhereItStands page="adults" label="adults:sources" />
    </Page>
  )
}

function FiveThings(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <>
      <OpenSection id="in-short" heading="adults:short.heading">
        <Points
          keys={['adults:short.talks', 'adults:short.doctor', 'adults:short.family', 'adults:short.after']}
        />
        <Run keys={['adults:short.who', 'adults:short.where']} />
        <PlaceLink />
        <p>
          {t('adults:short.stopping')}{' '}
          <a href={`${href('urgent')}#stopping`}>{t('adults:short.stoppingLink')}</a>
        </p>
      </OpenSection>
      <OpenSection id="who-knows" heading="adults:know.heading">
        <Say keys={['adults:know.box.staff']} />
        <Fold summary={t('adults:know.box.others')}>
          <p>{t('adults:know.box.named')}</p>
          <Say
            keys={[
              'adults:know.box.centre',
              'adults:know.box.pregnant',
              'adults:know.box.duty',
              'adults:know.box.kept',
            ]}
          />
        </Fold>
        <p>
          {t('adults:know.without')} <a href="#without-a-name">{t('adults:know.more')}</a>
        </p>
      </OpenSection>
      <OpenSection id="how-fast" heading="adults:fast.heading">
        <p>
          <Sentence id="adults:fast.first" /> <Sentence id="adults:fast.start" />{' '}
          <OpenMatter id="O-22" ask="adults:fast.clock" inline />
        </p>
      </OpenSection>
      <OpenSection id="cost" heading="adults:cost.heading">
        <Run keys={['adults:cost.text', 'adults:cost.residential']} />
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
      <LinkButton href={href('contact')} kind="quiet" data-audience="adult-talk">
        {t('adults:reach.book')}
      </LinkButton>
      <LinkButton href={href('check')} kind="quiet" data-audience="adult">
        {t('adults:reach.check')}
      </LinkButton>
    </Actions>
  )
}

/** Answered by `islands/signs.ts`. The browser keeps no tick for when the page is read again. */
function KnownSigns(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <FoldedSection id="signs" heading="signs:heading" level={2}>
      <p>
        {t('adults:signs.young')} <a href={href('youth')}>{t('adults:signs.youngLink')}</a>
        <br />
        {t('adults:signs.other')} <a href={href('relatives')}>{t('adults:signs.otherLink')}</a>
      </p>
      <form data-signs="" autocomplete="off" class="flow">
        <Signs
          counts
          wayOn={
            <a href={href('contact')} data-audience="adult">
              {t('adults:reach.write')}
            </a>
          }
        />
      </form>
    </FoldedSection>
  )
}

function TheWay(): JSX.Element {
  const { t } = useCopy()
  return (
    <Way
      steps={[
        { title: t('adults:way.contact.title'), text: <Sentence id="adults:way.contact.text" /> },
        { title: t('adults:way.talk.title'), text: <Sentence id="adults:way.talk.text" /> },
        { title: t('adults:way.meeting.title'), text: <Sentence id="adults:way.meeting.text" /> },
        { title: t('adults:way.start.title'), text: <Sentence id="adults:way.start.text" /> },
        { title: t('adults:way.treatment.title'), text: <Sentence id="adults:way.treatment.text" /> },
        { title: t('adults:way.after.title'), text: <Sentence id="adults:way.after.text" /> },
        { title: t('adults:way.followUp.title'), text: <Sentence id="adults:way.followUp.text" /> },
      ]}
    />
  )
}

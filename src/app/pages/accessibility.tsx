import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { dayText } from '../../core/facts/index.ts'
import { Heading, Page } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { OpenSection } from './shared/section.tsx'
import { Points, Say } from './shared/words.tsx'

/** Names of standards and tools: the same in every language, and full of figures. */
const norm = 'EN 301 549 v3.2.1'
const wcag = 'WCAG 2.1 AA'
const aim = 'WCAG 2.2 AA'
const tools = 'axe'

/** The day this statement was last gone through; at least yearly, and when the site changes. */
const MADE_ON = '2026-11-27'

/** The statement that webtilgængelighedsloven asks for (bekendtgørelse 904 of 2019, model of EU decision 2018/1523). */
export function AccessibilityPage(): JSX.Element {
  const { t, lang, href } = useCopy()
  return (
    <Page>
      <Heading level={1}>{t('accessibility:heading')}</Heading>
      <p class="lead">{t('accessibility:intro')}</p>
      <OpenSection id="status" heading="accessibility:status.heading">
        <p>{t('accessibility:status.aim', { norm, wcag, aim })}</p>
        <Say keys={['accessibility:status.partly', 'accessibility:status.law']} />
      </OpenSection>
      <OpenSection id="contact" heading="accessibility:contact.heading">
        <Say keys={['accessibility:contact.text']} />
        <Contact />
      </OpenSection>
      <OpenSection id="tested" heading="accessibility:tested.heading">
        <ul>
          <li>{t('accessibility:tested.axe', { tools })}</li>
          {(['keyboard', 'zoom', 'colours', 'browsers', 'heard', 'words'] as const).map(way => (
            <li key={way}>{t(`accessibility:tested.${way}`)}</li>
          ))}
        </ul>
        <Say keys={['accessibility:tested.automatic']} />
      </OpenSection>
      <OpenSection id="not-tested" heading="accessibility:notTested.heading">
        <Points
          keys={[
            'accessibility:notTested.people',
            'accessibility:notTested.reader',
            'accessibility:notTested.phones',
            'accessibility:notTested.young',
          ]}
        />
      </OpenSection>
      <OpenSection id="without" heading="accessibility:without.heading">
        <Say
          keys={[
            'accessibility:without.documents',
            'accessibility:without.sign',
            'accessibility:without.script',
          ]}
        />
      </OpenSection>
      <OpenSection id="complain" heading="accessibility:complain.heading">
        <p>
          {t('accessibility:complain.text')} <a href="https://digst.dk">digst.dk</a>
        </p>
      </OpenSection>
      <OpenSection id="made" heading="accessibility:made.heading">
        <Say keys={['accessibility:made.how']} />
        <p>{t('accessibility:made.on', { day: dayText(MADE_ON, lang) })}</p>
        <p>
          <a href={href('privacy')}>{t('common:links.privacy')}</a>
        </p>
      </OpenSection>
    </Page>
  )
}

/** Both a telephone number and a written way are asked for by the rules. */
function Contact(): JSX.Element {
  const { t } = useCopy()
  const contact = municipality.required.accessibilityContact
  const missing = <mark data-missing="accessibilityContact">{t('accessibility:contact.missing')}</mark>
  return (
    <dl class="required" data-required="accessibilityContact">
      <div>
        <dt>{t('accessibility:contact.phone')}</dt>
        <dd>
          {contact ? <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a> : missing}
        </dd>
      </div>
      <div>
        <dt>{t('accessibility:contact.written')}</dt>
        <dd>{contact ? contact.written : missing}</dd>
      </div>
    </dl>
  )
}

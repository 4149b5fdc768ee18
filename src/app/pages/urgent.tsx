import type { ComponentChildren, JSX } from 'preact'
import { Heading, LinkButton, Notice, Page } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { HelpLine, HowItAsks } from './shared/help-line.tsx'
import { OpenMatter } from './shared/open-matter.tsx'
import { Points, Say, type Key } from './shared/words.tsx'

/** What people come for most, in the order of the page. */
const jumps = ['danger', 'suicide', 'poison', 'violence'] as const

/** Urgent help: what saves a life first, then the line for the young, then by need. Nothing is folded: nobody should have to look for it. */
export function UrgentPage(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Page>
      <Heading level={1}>{t('urgent:heading')}</Heading>
      <Notice tone="urgent" title={t('urgent:emergency.heading')}>
        <HelpLine id="emergency" asksBelow />
        <HowItAsks id="emergency" />
      </Notice>
      <nav class="rail" aria-label={t('urgent:jump.label')}>
        <ul class="jumps">
          {jumps.map(id => (
            <li key={id}>
              <a href={`#${id}`}>{t(`urgent:jump.${id}`)}</a>
            </li>
          ))}
          <li>
            <a href={href('contact')}>{t('urgent:notHere.contact')}</a>
          </li>
        </ul>
      </nav>
      <Need id="danger" heading="urgent:emergency.whenHeading">
        <p>{t('urgent:emergency.when')}</p>
        <Points
          keys={[
            'urgent:emergency.wake',
            'urgent:emergency.breathe',
            'urgent:emergency.fit',
            'urgent:emergency.hurt',
            'urgent:emergency.life',
          ]}
        />
        <p>{t('urgent:emergency.stay')}</p>
      </Need>
      <Need id="children" heading="urgent:children.heading">
        <Say keys={['urgent:children.text']} />
        <HelpLine id="children" />
      </Need>
      <Need id="suicide" heading="urgent:suicide.heading">
        <Say keys={['urgent:suicide.text']} />
        <HelpLine id="suicide" />
        <Say keys={['urgent:suicide.noAnswer']} />
      </Need>
      <Need id="poison" heading="urgent:poison.heading">
        <Say keys={['urgent:poison.text']} />
        <HelpLine id="poison" />
      </Need>
      <Need id="medical" heading="urgent:medical.heading">
        <Say keys={['urgent:medical.text']} />
        <HelpLine id="medical" whenSaid />
      </Need>
      <Need id="stopping" heading="urgent:stopping.heading">
        <Say keys={['urgent:stopping.text']} />
      </Need>
      <Need id="violence" heading="urgent:violence.heading">
        <Say keys={['urgent:violence.text']} />
        <HelpLine id="violence" />
        <Say keys={['urgent:violence.police']} />
        <HelpLine id="police" whenSaid />
      </Need>
      <Need id="talk" heading="urgent:talk.heading">
        <Say keys={['urgent:talk.self']} />
        <HelpLine id="alcohol" />
        <Say keys={['urgent:talk.near']} />
        <HelpLine id="alAnon" />
        <Say keys={['urgent:talk.family']} />
        <HelpLine id="family" />
      </Need>
      <Need id="not-here" heading="urgent:notHere.heading">
        <Say keys={['urgent:notHere.text']} />
        <OpenMatter id="O-32" ask="urgent:notHere.ask" />
        <LinkButton href={href('contact')} kind="quiet">
          {t('urgent:notHere.contact')}
        </LinkButton>
      </Need>
    </Page>
  )
}

function Need(props: {
  readonly id: string
  readonly heading: Key
  readonly children: ComponentChildren
}): JSX.Element {
  const { t } = useCopy()
  return (
    <section class="flow">
      <Heading level={2} id={props.id}>
        {t(props.heading)}
      </Heading>
      {props.children}
    </section>
  )
}

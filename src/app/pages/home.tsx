import type { JSX } from 'preact'
import { Actions, DoorCard, Doors, Heading, LinkButton, Opening, Page } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { PlaceLink } from './shared/place-link.tsx'
import { Say, Sentence } from './shared/words.tsx'

/** Which door is mine? */
export function HomePage(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Page>
      <Opening>
        <Heading>{t('home:title')}</Heading>
        <p class="lead">{t('home:lead')}</p>
        <p>
          <a href={href('replies')}>{t('home:code')}</a>
        </p>
      </Opening>
      <Doors>
        <DoorCard
          href={href('adults')}
          title={<Sentence id="home:adult.title" />}
          text={t('home:adult.text')}
          drawing="door"
        />
        <DoorCard
          href={href('youth')}
          title={<Sentence id="home:youth.title" />}
          text={<Sentence id="home:youth.text" />}
          drawing="two-chairs"
        />
        <DoorCard
          href={href('relatives')}
          title={t('home:relative.title')}
          text={t('home:relative.text')}
          drawing="bench"
        />
      </Doors>
      <p>
        <a href={`${href('youth')}#younger`}>{t('home:younger')}</a>
      </p>
      <PlaceLink />
      <Actions>
        <LinkButton href={href('contact')} kind="quiet">
          {t('home:write')}
        </LinkButton>
      </Actions>
      <Heading level={2}>{t('home:unsure.title')}</Heading>
      <p>{t('home:unsure.text')}</p>
      <Actions>
        <LinkButton href={href('check')} kind="quiet">
          {t('home:unsure.check')}
        </LinkButton>
      </Actions>
      <Heading level={2}>{t('home:how.title')}</Heading>
      <ul>
        {(['name', 'sealed', 'traces', 'free'] as const).map(line => (
          <li key={line}>{t(`home:how.${line}`)}</li>
        ))}
      </ul>
      <Say keys={['home:notEmergency']} />
    </Page>
  )
}

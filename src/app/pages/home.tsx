import type { JSX } from 'preact'
import { Actions, DoorCard, Doors, Heading, LinkButton, Opening, Page } from '../../ui/index.ts'
import { CallText } from '../call-text.tsx'
import { useCopy } from '../copy/copy.ts'

/** Which door is mine? */
export function HomePage(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Page>
      <Opening>
        <Heading>{t('home:title')}</Heading>
        <p class="lead">{t('home:lead')}</p>
      </Opening>
      <Doors>
        <DoorCard
          href={href('adults')}
          title={t('home:adult.title')}
          text={t('home:adult.text')}
          drawing="lamp"
        />
        <DoorCard
          href={href('youth')}
          title={t('home:youth.title')}
          text={t('home:youth.text')}
          drawing="bench"
        />
        <DoorCard
          href={href('relatives')}
          title={t('home:relative.title')}
          text={t('home:relative.text')}
          drawing="two-chairs"
        />
      </Doors>
      <p>
        <a href={`${href('youth')}#younger`}>{t('home:younger')}</a>
      </p>
      <Heading level={2}>{t('home:unsure.title')}</Heading>
      <p>{t('home:unsure.text')}</p>
      <Actions>
        <LinkButton href={href('check')} kind="quiet">
          {t('home:unsure.check')}
        </LinkButton>
        <LinkButton href={href('contact')} kind="quiet">
          {t('home:unsure.contact')}
        </LinkButton>
      </Actions>
      <Heading level={2}>{t('home:how.title')}</Heading>
      <ul>
        {(['free', 'name', 'sealed', 'traces'] as const).map(line => (
          <li key={line}>{t(`home:how.${line}`)}</li>
        ))}
      </ul>
      <p>
        <CallText text={t('home:notEmergency')} />
      </p>
    </Page>
  )
}

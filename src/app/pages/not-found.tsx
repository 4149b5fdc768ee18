import type { JSX } from 'preact'
import { Actions, Heading, LinkButton, Page } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

/** An address that leads nowhere still shows a way on. */
export function NotFound(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Page>
      <Heading>{t('common:notFound.title')}</Heading>
      <p>{t('common:notFound.text')}</p>
      <Actions>
        <LinkButton href={href('home')}>{t('home:goTo')}</LinkButton>
      </Actions>
      <p>
        <a href={href('urgent')}>{t('common:urgent')}</a>
      </p>
    </Page>
  )
}

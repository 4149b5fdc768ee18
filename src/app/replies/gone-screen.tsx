import type { JSX } from 'preact'
import { Actions, Heading, LinkButton } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

/** Says that everything of the code is deleted. */
export function GoneScreen(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <>
      <Heading focusable>{t('replies:gone.title')}</Heading>
      <p>{t('replies:gone.text')}</p>
      <p>{t('replies:gone.next')}</p>
      <Actions>
        <LinkButton kind="quiet" href={href('contact')}>
          {t('replies:gone.write')}
        </LinkButton>
        <LinkButton kind="quiet" href={href('home')}>
          {t('replies:gone.home')}
        </LinkButton>
      </Actions>
    </>
  )
}

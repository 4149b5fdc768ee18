import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { Actions, LinkButton } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'

/** One thing to do when somebody is in danger, and nothing to read first that could hold anybody back. */
export function CallNow(): JSX.Element | null {
  const { t, href } = useCopy()
  const number = municipality.helplines.find(({ id }) => id === 'emergency')?.number
  if (number === undefined) return null // defaultVariables has refused a municipality without it before any page is made
  return (
    <>
      <Actions>
        <LinkButton href={`tel:${number}`} kind="urgent">
          {t('check:next.call')}
        </LinkButton>
      </Actions>
      <p>
        <a href={href('urgent')}>{t('check:next.urgent')}</a>
      </p>
    </>
  )
}

import type { JSX } from 'preact'
import { Button, Notice } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import type { Session } from './session.ts'

/** Says on every page of the desk that it is older than the team's keys. */
export function Behind({ session }: { readonly session: Session }): JSX.Element | null {
  const { t } = useCopy()
  if (session.isBehind !== true) return null
  return (
    <Notice tone="care" live title={t('behind.title')}>
      <p>{t('behind.text')}</p>
      <p>
        <Button
          kind="quiet"
          onClick={() => {
            location.reload()
          }}
        >
          {t('behind.button')}
        </Button>
      </p>
    </Notice>
  )
}

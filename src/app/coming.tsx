import type { JSX } from 'preact'
import { Actions, Button, Notice, Skeleton } from '../ui/index.ts'
import { useCopy } from './copy/copy.ts'

/**
 * In the place of a part of the page that is on its way; says so when it did not come, with the way that needs no page. Some
 * browsers ask for a script that failed only once a page (HTML, "module map"): so the page is fetched again.
 */
export function Coming({ failed }: { readonly failed: boolean }): JSX.Element {
  const { t } = useCopy()
  if (!failed) return <Skeleton label={t('request:sendErrors.fetching')} />
  return (
    <Notice tone="care" live>
      <p>
        {t('offline:notLoaded')} {t('request:sendErrors.otherWay')}
      </p>
      <Actions>
        <Button
          kind="quiet"
          onClick={() => {
            location.reload()
          }}
        >
          {t('request:sendErrors.fetch')}
        </Button>
      </Actions>
    </Notice>
  )
}

import type { JSX } from 'preact'
import { Actions, Button, Notice, Skeleton } from '../ui/index.ts'
import { useCopy } from './copy/copy.ts'

/** In the place of a part of the page that is on its way; says so when it did not come, with a way to ask once more. */
export function Coming(props: { readonly failed: boolean; readonly again: () => void }): JSX.Element {
  const { t } = useCopy()
  if (!props.failed) return <Skeleton label={t('offline:needs.fetching')} />
  return (
    <Notice tone="care" live>
      <p>{t('offline:notLoaded')}</p>
      <Actions>
        <Button kind="quiet" onClick={props.again}>
          {t('offline:needs.again')}
        </Button>
      </Actions>
    </Notice>
  )
}

import type { JSX } from 'preact'
import { Heading, Page } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

export function EligibilityCheck(_: { readonly ready: boolean }): JSX.Element {
  const { t } = useCopy()
  return (
    <Page>
      <Heading focusable>{t('common:titles.check')}</Heading>
    </Page>
  )
}

import type { JSX } from 'preact'
import { Heading, Page } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

export function Replies(_: { readonly ready: boolean }): JSX.Element {
  const { t } = useCopy()
  return (
    <Page>
      <Heading focusable>{t('common:titles.replies')}</Heading>
    </Page>
  )
}

import type { JSX } from 'preact'
import { Button, useSubmit } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { fetchNewest } from './update.ts'

/** To the request in the newest release: written in the one at hand, a message would fail in the same way again. */
export function FetchToWrite(props: {
  readonly quiet: boolean
  /** What is to be done just before this page goes. */
  readonly last: (() => Promise<unknown>) | undefined
}): JSX.Element {
  const { t, href } = useCopy()
  const { busy, submit } = useSubmit({ send: () => fetchNewest(href('contact'), props.last) })
  return (
    <Button
      kind={props.quiet ? 'quiet' : 'primary'}
      busy={busy}
      busyLabel={t('offline:needs.fetching')}
      onClick={submit}
    >
      {t('offline:needs.fetch')}
    </Button>
  )
}

import type { JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { Heading } from '../../ui/index.ts'
import type { Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { KeptMessage } from '../offline/kept-message.tsx'
import { useStandings } from '../offline/use-standings.ts'
import { CodePart } from './receipt-code.tsx'
import { showFromTop } from '../flow/show-from-top.ts'

/** What happens now with what is not sent yet: why, and what can be done. */
export function NotSentYet({ id }: { readonly id: string }): JSX.Element | null {
  const standing = useStandings().find(one => one.id === id)
  return standing && standing.at !== 'sent' ? <KeptMessage bare standing={standing} /> : null
}

/** What the phone has forgotten and the house may have: only the code leads to it. */
export function TakenBack({ receipt }: { readonly receipt: Receipt }): JSX.Element {
  const { t } = useCopy()
  useLayoutEffect(showFromTop, [])
  return (
    <>
      <Heading focusable>{t('offline:withdraw.here')}</Heading>
      <p>{t('offline:withdraw.may-have-arrived')}</p>
      <CodePart receipt={receipt} />
    </>
  )
}

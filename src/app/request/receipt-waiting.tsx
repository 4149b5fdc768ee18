import type { JSX } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { Heading, Notice } from '../../ui/index.ts'
import type { Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { KeptMessage, type Withdrawn } from '../offline/kept-message.tsx'
import { useStandings } from '../offline/use-standings.ts'
import { CodePart } from './receipt-code.tsx'
import { showFromTop } from './show-from-top.ts'

/** Below "not sent yet": why, and what can be done. */
export function NotSentYet({ id }: { readonly id: string }): JSX.Element | null {
  const { t } = useCopy()
  const standing = useStandings().find(one => one.id === id)
  const [after, setAfter] = useState<Withdrawn | null>(null)
  return (
    <>
      {after && (
        <Notice tone="info" live>
          <p>{t(`offline:withdraw.${after}`)}</p>
        </Notice>
      )}
      {standing && standing.at !== 'sent' && <KeptMessage bare standing={standing} onWithdrawn={setAfter} />}
    </>
  )
}

/** What the phone has forgotten and Torvehuset may have: only the code leads to it. */
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

import type { JSX } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { Actions, Button, Heading } from '../../ui/index.ts'
import { CallText } from '../call-text.tsx'
import { useCitizen, type Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { takenUp } from '../draft/take-up.ts'
import { KeptMessage } from '../offline/kept-message.tsx'
import { useStandings } from '../offline/use-standings.ts'
import { CodePart } from './receipt-code.tsx'
import { showFromTop } from '../flow/show-from-top.ts'

/** What happens now with what is not sent yet: why, and what can be done. */
export function NotSentYet({ id }: { readonly id: string }): JSX.Element | null {
  const standing = useStandings().find(one => one.id === id)
  return standing && standing.at !== 'sent' ? <KeptMessage bare standing={standing} /> : null
}

/** Found again without a word of where it is. As soon as the phone tells, the receipt does. */
export function Unknown({ receipt }: { readonly receipt: Receipt }): JSX.Element {
  const { t } = useCopy()
  const { setReceipt } = useCitizen()
  const all = useStandings()
  useEffect(() => {
    const now = takenUp(receipt, all)
    if (now.state !== receipt.state) setReceipt(now)
  }, [receipt, all, setReceipt])
  return (
    <>
      <Heading focusable live>
        {t('request:receipt.unknown')}
      </Heading>
      <p>{t('request:receipt.unknownText', { page: t('common:links.replies') })}</p>
      <CodePart receipt={receipt} />
      <p>{t('request:receipt.unknownAgain')}</p>
      {/* Not before the code is saved: it goes with the receipt. */}
      {receipt.saved === true && (
        <Actions>
          <Button
            kind="quiet"
            onClick={() => {
              setReceipt(null)
            }}
          >
            {t('request:receipt.unknownWrite')}
          </Button>
        </Actions>
      )}
      <p>
        <CallText text={t('request:review.notEmergency')} />
      </p>
    </>
  )
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

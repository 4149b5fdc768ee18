import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { AskBefore, Button, LinkButton, Notice, useSubmit } from '../../ui/index.ts'
import { CitizenContext } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { takeBackReceipt } from '../draft/put-away.ts'
import { flush, tryAgain, withdrawWaiting, type Standing } from '../outbox/outbox.ts'
import { FetchToWrite } from './fetch-to-write.tsx'
import { sayWithdrawn } from './withdrawn.ts'

type Kept = Exclude<Standing, { at: 'sent' }>

/**
 * A message that lies on this phone: it waits, or needs somebody.
 * @param bare below a heading that says "not sent yet": no frame, and not the same words again
 */
export function KeptMessage(props: { readonly standing: Kept; readonly bare?: boolean }): JSX.Element {
  const { t } = useCopy()
  const { standing, bare = false } = props
  const [sure, setSure] = useState(false)
  const ways = <Ways standing={standing} onSure={setSure} />
  if (standing.at === 'needs-you') {
    const erased = standing.why === 'erased'
    return (
      <Notice
        tone="care"
        icon="letter"
        title={t(erased ? 'offline:needs.erasedTitle' : 'offline:needs.title')}
        live
      >
        {!sure && <p>{t(`offline:needs.${standing.why}`)}</p>}
        {ways}
      </Notice>
    )
  }
  const text = !sure && (
    <>
      <p>{t(standing.inMemory ? 'offline:waiting.inMemory' : 'offline:waiting.kept')}</p>
      {standing.why && <p>{t(`offline:waiting.${standing.why}`)}</p>}
      {!standing.inMemory && <p>{t('offline:waiting.private')}</p>}
    </>
  )
  return bare ? (
    <div class="flow">
      <div class="flow" role="status">
        {text}
      </div>
      {ways}
    </div>
  ) : (
    <Notice tone="care" icon="clock" title={t('offline:waiting.title')} live>
      {text}
      {ways}
    </Notice>
  )
}

/** What can be done with it; deleting asks first. */
function Ways(props: { readonly standing: Kept; readonly onSure: (sure: boolean) => void }): JSX.Element {
  const { t, href } = useCopy()
  const { standing, onSure } = props
  const citizen = useContext(CitizenContext)

  const { busy, submit: sendNow } = useSubmit({
    async send() {
      await tryAgain(standing.id)
      await flush()
    },
  })
  const isOnReceipt = citizen?.receipt?.id === standing.id
  /** What was asked about goes with the message; until it has, the question stays. */
  const withdraw = async (): Promise<false> => {
    const how = await withdrawWaiting(standing.id).catch((error: unknown) => {
      sayWithdrawn('failed')
      throw error
    })
    if (how === 'may-have-arrived' && isOnReceipt) return false // the receipt keeps the code and says so
    // It is said when a receipt put away says the same.
    if (!citizen && how !== 'already-sent')
      await takeBackReceipt(standing.id, how === 'withdrawn' ? how : 'taken-back').catch(reportError)
    sayWithdrawn(how)
    return false
  }
  // On its receipt nothing new can be written before it has gone: the same receipt would come back with the page.
  const first = isOnReceipt ? withdraw : undefined
  const needs = standing.at === 'needs-you' ? standing.why : null
  const send = (
    <Button busy={busy} busyLabel={t('offline:waiting.trying')} onClick={sendNow}>
      {t(needs === null ? 'offline:waiting.now' : 'offline:needs.again')}
    </Button>
  )
  return (
    <AskBefore
      ask={t('offline:withdraw.button')}
      icon="erase"
      question={t('offline:withdraw.sure')}
      yes={t('offline:withdraw.yes')}
      yesKind="danger"
      no={t('offline:withdraw.no')}
      onAsking={onSure}
      onYes={withdraw}
    >
      {/* What was withdrawn, is too long, or sealed for another lock stays so: trying again would only raise a hope. */}
      {(needs === null || needs === 'unacceptable') && send}
      {needs === 'unacceptable' || needs === 'keys-changed' ? (
        <FetchToWrite quiet={needs === 'unacceptable'} last={first} />
      ) : (
        needs && (
          <LinkButton
            href={href('contact')}
            onClick={() => {
              first?.().catch(reportError)
            }}
          >
            {t('offline:needs.write')}
          </LinkButton>
        )
      )}
    </AskBefore>
  )
}

import type { JSX } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { dayAndTime } from '../../core/calendar/times.ts'
import { Actions, Button, Notice } from '../../ui/index.ts'
import { CitizenContext } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { isToldByCaller, seen, type Standing } from '../outbox/outbox.ts'
import { noteArrival } from '../draft/put-away.ts'
import { useStandings } from './use-standings.ts'
import { KeptMessage } from './kept-message.tsx'
import { onWithdrawn, type Withdrawn } from './withdrawn.ts'

/**
 * Where each message stands: not sent yet, arrived unseen, or in need of a decision. Nothing when there is none.
 * @param onReceipt the receipt is on the page, and says all of it about its own message
 */
export function OutboxStatus({ onReceipt }: { readonly onReceipt: boolean }): JSX.Element {
  const { t } = useCopy()
  const receipt = useContext(CitizenContext)?.receipt
  const all = useStandings().filter(
    ({ id, at }) =>
      !(at === 'sent' && isToldByCaller(id)) &&
      (id !== receipt?.id || (!onReceipt && at !== 'sent' && receipt.state !== 'sending')),
  )
  const [after, setAfter] = useState<Withdrawn | null>(null)
  useEffect(() => onWithdrawn(setAfter), [])
  return (
    <>
      {after && (
        <Notice tone="info" live>
          <p>{t(`offline:withdraw.${after}`)}</p>
        </Notice>
      )}
      {all.map(standing =>
        standing.at === 'sent' ? (
          <Arrived key={standing.id} {...standing} />
        ) : (
          <KeptMessage key={standing.id} standing={standing} />
        ),
      )}
    </>
  )
}

function Arrived(standing: Extract<Standing, { at: 'sent' }>): JSX.Element {
  const { id, answer, wished } = standing
  const { t, lang, href } = useCopy()
  const dates = answer?.slot?.dates
  return (
    <Notice tone="done" title={t('offline:sent.title')} live>
      <p>{t('offline:sent.text')}</p>
      {dates && (
        <p>{t('offline:sent.time', { time: dates.map(date => dayAndTime(date, lang)).join('; ') })}</p>
      )}
      {wished && answer && !dates && <p>{t('offline:sent.timeGone')}</p>}
      <p>
        <a href={href('replies')}>{t('offline:sent.code')}</a>
      </p>
      <Actions>
        <Button
          kind="quiet"
          onClick={() => {
            // The note goes last: what it says must not be lost with it.
            noteArrival(standing)
              .catch(reportError)
              .finally(() => {
                seen(id).catch(reportError)
              })
          }}
        >
          {t('offline:sent.ok')}
        </Button>
      </Actions>
    </Notice>
  )
}

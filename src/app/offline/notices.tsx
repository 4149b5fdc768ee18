import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Actions, Button, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { WARN_BEFORE } from '../draft/draft.ts'
import { UNTOUCHED } from '../draft/laid.ts'
import { onQuiet, sayQuiet, type Quiet } from '../idle/quiet.ts'
import { OutboxStatus } from './outbox-status.tsx'
import { applyUpdate, onUpdate } from './update.ts'

/**
 * What the page has to tell by itself, above everything else on it. Nothing, most of the time.
 * @param onReceipt the page shows a receipt, which tells of its own message itself
 */
export function Notices({ onReceipt = false }: { readonly onReceipt?: boolean }): JSX.Element {
  return (
    <>
      <QuietNotice />
      <OutboxStatus onReceipt={onReceipt} />
      <UpdateNotice />
    </>
  )
}

/** A new release is there. It is taken when the person says so and nothing would be lost. */
function UpdateNotice(): JSX.Element | null {
  const { t } = useCopy()
  const [ready, setReady] = useState(false)
  const [held, setHeld] = useState<Awaited<ReturnType<typeof applyUpdate>> | 'busy' | null>(null)
  useEffect(() => onUpdate(setReady), [])
  if (!ready) return null
  return (
    <Notice tone="info" title={t('offline:update.title')} live>
      <p>{t(held === null || held === 'busy' ? 'offline:update.text' : `offline:update.${held}`)}</p>
      <Actions>
        <Button
          kind="quiet"
          busy={held === 'busy'}
          busyLabel={t('offline:update.busy')}
          onClick={() => {
            setHeld('busy')
            applyUpdate().then(setHeld, reportError)
          }}
        >
          {t('offline:update.button')}
        </Button>
      </Actions>
    </Notice>
  )
}

/** A gentle word before answers under way are removed or replies are closed, and one after. */
function QuietNotice(): JSX.Element | null {
  const { t } = useCopy()
  const [quiet, setQuiet] = useState<Quiet>('here')
  useEffect(() => onQuiet(setQuiet), [])
  if (quiet === 'here') return null
  const isOver = quiet === 'gone' || quiet === 'closed'
  const minutes = (isOver ? UNTOUCHED : WARN_BEFORE) / 60_000
  return (
    <Notice tone="care" icon="clock" title={t(`offline:quiet.${quiet}`)} live>
      <p>{t(`offline:quiet.${quiet}Text`, { minutes })}</p>
      <Actions>
        <Button
          kind="quiet"
          onClick={() => {
            sayQuiet('here') // the tap itself has counted as a touch
          }}
        >
          {t(isOver ? 'offline:quiet.ok' : 'offline:quiet.stay')}
        </Button>
      </Actions>
    </Notice>
  )
}

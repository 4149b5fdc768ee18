import { sweep } from '../draft/draft.ts'
import { hasDraft } from '../draft/laid.ts'
import { isInteractive } from '../islands/taken-over.ts'
import { isSilent, onOutboxChange, onTakenBack, standings, startOutbox } from '../outbox/outbox.ts'
import { whenNear } from '../phone/when-near.ts'
import { onUpdate, startUpdates } from './update.ts'

/**
 * All that runs beside the page. On pages that are only read, notices come in when there is something to tell.
 *
 * @param sayNotHad told when what looks for all that the phone keeps could not be had
 */
export function startBackground(sayNotHad: (error: unknown) => void): void {
  startUpdates().catch(reportError)
  sweep(Date.now()).catch(reportError)
  startOutbox()

  const forget = document.querySelector('[data-forget]')
  if (forget)
    whenNear(forget, () => {
      import('./islands.tsx').then(({ showForget }) => showForget(forget)).catch(sayNotHad)
    })

  let shown = false
  const show = (): void => {
    const main = document.querySelector('main')
    if (shown || !main || isInteractive()) return // the app's own pages show the notices themselves
    shown = true
    import('./islands.tsx').then(({ showNotices }) => showNotices(main), reportError)
  }
  onUpdate(ready => {
    if (ready) show()
  })
  // Taken back in another window: the receipt that this tab has put away must not call it arrived.
  onTakenBack((id, how) => {
    if (hasDraft() && !isInteractive())
      import('../draft/put-away.ts')
        .then(({ takeBackReceipt }) => takeBackReceipt(id, how))
        .catch(reportError)
  })
  const look = (): void => {
    standings().then(all => {
      // What shows them asks again for as long as the phone does not tell.
      if (all.length > 0 || isSilent()) show()
    }, reportError)
  }
  onOutboxChange(news => {
    if (!('forgotten' in news)) look() // looking would make an empty database
  })
  look()
  const lookForCode = (): void => {
    // Only where there is something to look for: it takes the parts that draw.
    if (!hasDraft()) return
    import('./unsaved-code.tsx')
      .then(({ hasUnsavedCode }) => hasUnsavedCode())
      .then(is => {
        if (is) show()
      }, reportError)
  }
  lookForCode()
  // Back from a receipt may bring the page as it was.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) lookForCode()
  })
}

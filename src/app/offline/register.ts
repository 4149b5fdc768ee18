import { whenIdle } from '../phone/when-idle.ts'
import { captureInstall } from './install.ts'

/**
 * Starts what works in the background, once the page is shown: the service worker, the outbox, what there is to tell.
 * Only an offer to install has to be caught at once.
 *
 * @param taken until the first question of an interactive page answers, or could not be had: nothing comes in its way
 */
export function registerServiceWorker(taken: Promise<void> | null): void {
  captureInstall()
  const begin = (): void => {
    import('./background.ts').then(({ startBackground }) => {
      startBackground(sayNotHad)
    }, sayNotHad)
  }
  const soon = (): void => {
    whenIdle(begin)
  }
  if (taken) void taken.finally(soon)
  else if (document.readyState === 'complete') soon()
  // Not in the event itself: the browser draws the page in the same task.
  else addEventListener('load', soon, { once: true })
}

/**
 * What looks for all that the phone keeps could not be had: in the place of the line that it is being looked for, the page says
 * so (`leave-and-forget.tsx`).
 */
function sayNotHad(error: unknown): void {
  for (const one of document.querySelectorAll<HTMLElement>('[data-looking], [data-not-had]'))
    one.hidden = 'looking' in one.dataset
  reportError(error)
}

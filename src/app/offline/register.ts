import { captureInstall } from './install.ts'

/**
 * Starts what works in the background, once the page is shown: the service worker, the outbox, what there is to tell.
 * Only an offer to install has to be caught at once.
 */
export function registerServiceWorker(): void {
  captureInstall()
  const begin = (): void => {
    import('./background.ts').then(({ startBackground }) => {
      startBackground()
    }, reportError)
  }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}

import { isStandalone } from '../phone/display.ts'

/** Chromium's offer to install (no standard; WICG manifest-incubations). */
type InstallPrompt = Event & { prompt(): Promise<unknown>; readonly userChoice: Promise<{ outcome: string }> }

let prompt: InstallPrompt | null = null

/** Keeps the browser from offering by itself: on a borrowed phone a banner would tell where somebody has been. */
export function captureInstall(): void {
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault()
    prompt = event as InstallPrompt
  })
  addEventListener('appinstalled', () => {
    prompt = null
  })
}

/** How this phone can be asked: by a button of ours, by the share menu (iOS), or not at all. */
export function installWay(): 'button' | 'share-menu' | 'none' {
  const standalone = isStandalone()
  if (standalone === true) return 'none'
  if (prompt) return 'button'
  return standalone === false ? 'share-menu' : 'none'
}

/** Asks. Resolves to whether it was taken. */
export async function install(): Promise<boolean> {
  const asked = prompt
  prompt = null // it can be used once
  if (!asked) return false
  await asked.prompt()
  return (await asked.userChoice).outcome === 'accepted'
}

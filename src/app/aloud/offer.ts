import { onLeave } from '../leave/on-leave.ts'
import { onVoices, ownVoice } from '../phone/voices.ts'
import { read, stop } from './read.ts'

// Two words a language: every one of them comes along, so that the page need not hold them for who has no voice.
const files = import.meta.glob<{ readonly read: string; readonly stop: string }>(
  '../../../locales/*/aloud.json',
  {
    eager: true,
    import: 'default',
  },
)

/**
 * Puts a button into `where` that reads `what` aloud. Where the phone has no voice of its own for the language there is no
 * button, and none until it has. It falls silent when the page is left, hidden or shut. Returns how to take it away.
 */
export function offerAloud(where: HTMLElement, what: HTMLElement, lang: string): () => void {
  const words = files[`../../../locales/${lang}/aloud.json`]
  if (!words) return () => undefined
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.dataset['kind'] = 'quiet'
  let going = false
  const say = (now: boolean): void => {
    going = now
    button.textContent = now ? words.stop : words.read
  }
  say(false)
  button.addEventListener('click', () => {
    if (going) {
      stop()
      return
    }
    say(true)
    read(what, lang, () => {
      say(false)
    })
  })
  const show = (): void => {
    if (!ownVoice(lang) || button.isConnected) return
    where.append(button)
    where.hidden = false
  }
  show()
  const silence = (): void => {
    stop()
  }
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') stop()
  }
  const undo = [onVoices(show), onLeave(silence)]
  addEventListener('pagehide', silence)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    stop()
    for (const one of undo) one()
    removeEventListener('pagehide', silence)
    document.removeEventListener('visibilitychange', hidden)
    button.remove()
  }
}

/** On a page that is read: under its heading and first words. */
export function offerOnPage(root: Document): () => void {
  const main = root.querySelector<HTMLElement>('main')
  const after = main?.querySelector('.lead') ?? main?.querySelector('h1')
  if (!main || !after) return () => undefined
  const where = root.createElement('p')
  where.dataset['aloud'] = ''
  // An empty paragraph is a gap to see and a stop to hear.
  where.hidden = true
  after.after(where)
  const remove = offerAloud(where, main, root.documentElement.lang)
  return () => {
    remove()
    where.remove()
  }
}

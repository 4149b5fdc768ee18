import type { Answers } from '../../core/request/index.ts'
import { pushEntry, replaceEntry } from '../phone/history.ts'
import { pageAt, pages } from '../routes.ts'
import { takenOver } from './taken-over.ts'

const doors: Record<string, Answers> = {
  adult: { audience: 'adult' },
  'adult-talk': { audience: 'adult', wish: 'advice', identity: 'anonymous' },
  youth: { audience: 'youth' },
  'youth-talk': { audience: 'youth', wish: 'anonymous-talk' },
  'youth-treatment': { audience: 'youth', wish: 'treatment' },
  relative: { audience: 'relative' },
}

type Interactive = { start: (first: Answers) => Promise<void> }

/**
 * A link with `data-audience` into a flow opens it on the spot, so that the door taken is known without standing in
 * an address or in storage. `near` hears of every link that somebody comes near to. Without script the link leads to the same flow, which then asks.
 */
export function takeDoor(
  root: Document,
  load: () => Promise<Interactive>,
  near: (path: string) => void = () => undefined,
): void {
  // A finger, a pointer or the focus on a door: what lies behind it is fetched before the tap has ended.
  for (const sign of ['pointerover', 'touchstart', 'focusin'])
    root.addEventListener(
      sign,
      ({ target }) => {
        const link = target instanceof Element ? target.closest('a') : null
        if (link && link !== last) near(new URL(link.href).pathname)
        last = link
      },
      { passive: true },
    )
  let last: Element | null = null
  let opened = false
  // On a slow line somebody taps twice, or another door: one entry in the history, and the last one tapped.
  let doing: 'nothing' | 'loading' | 'starting' = 'nothing'
  let wanted: Answers = {}
  root.addEventListener('click', event => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const at = link ? pageAt(new URL(link.href).pathname) : null
    if (!link || !at || pages[at.page].kind !== 'interactive') return
    const door = link.closest<HTMLElement>('[data-audience]')?.dataset
    const through = doors[door?.['audience'] ?? '']
    if (!through) return
    const first = { ...through, ...(door?.['message'] && { message: door['message'] }) }
    event.preventDefault()
    opened = true
    if (doing === 'starting') return
    wanted = first
    if (doing === 'loading') {
      replaceEntry(null, link.href)
      return
    }
    doing = 'loading'
    if (!pushEntry(null, link.href)) {
      location.assign(link.href)
      return
    }
    load()
      .then(async ({ start }) => {
        doing = 'starting'
        takenOver()
        await start(wanted)
        doing = 'nothing'
      })
      .catch(() => {
        // Not to be had (no network and nothing kept): the ordinary way, which says so itself.
        location.reload()
      })
  })
  // Back out of a flow that was opened on the spot: the page it was opened from has to be read again. A link to a
  // place on the page itself says popstate too, and must not.
  addEventListener('popstate', () => {
    if (!opened) return
    const at = pageAt(location.pathname)
    if (at && pages[at.page].kind === 'document') location.reload()
  })
}

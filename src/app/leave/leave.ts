import { openChannel, type Channel } from '../phone/channel.ts'
import { beganAt, cameByHistory, goEntries } from '../phone/history.ts'
import { tellWorker } from '../phone/service-worker.ts'
import { note, noted, unnote } from '../phone/tab-memory.ts'
import { noteFirstPage, stepsToFirst } from './history.ts'
import { NEUTRAL } from './neutral.ts'
import { wipeAll } from './on-leave.ts'

export { onLeave } from './on-leave.ts'

/** Noted in the tab: when somebody left in it (ms since 1970); pages that come back by Back or Forward stay blank. */
const LEFT = 'left'
/** Two presses of Escape within this many milliseconds leave. One alone closes menus and stops loading: too easily hit. */
const TWICE_WITHIN = 1_500
/** Milliseconds after which the neutral page is asked for directly if the way back through the history took longer. */
const PATIENCE = 300

let others: Channel<'leave'> | null = null
let leaving = false

/**
 * Makes leaving work on this page: a tap on any `[data-leave]`, or Escape twice. Called first thing by every citizen's
 * page. Returns false when the page came back by Back or Forward after somebody left: then nothing more may be started.
 */
export function wireLeaving(): boolean {
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-leave]')) return
    event.preventDefault()
    leave()
  })

  let lastEscape = -Infinity
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.repeat) return
    if (event.timeStamp - lastEscape <= TWICE_WITHIN) leave()
    lastEscape = event.timeStamp
  })

  // A page in the back-forward cache is painted before its scripts hear of it: so it goes in hidden.
  addEventListener('pagehide', hide)
  addEventListener('pageshow', event => {
    if (!event.persisted) return
    if (hasLeft()) toNeutral()
    else if (!leaving) show()
  })

  // First of all listeners, so that nothing else draws the page that the way back passes.
  addEventListener('popstate', event => {
    if (!leaving) return
    event.stopImmediatePropagation()
    toNeutral()
  })

  others = openChannel('leave', () => {
    leave(false)
  })

  if (cameBackAfterLeaving()) {
    hide()
    toNeutral()
    return false
  }
  unnote(LEFT)
  noteFirstPage()
  return true
}

/**
 * Hides in this very frame, forgets answers, code and drafts, goes back to the app's first place in the tab's history
 * and puts the neutral page there, which cuts off the rest. What is sealed and waits to be sent stays. Other tabs of the
 * app leave too. Keys of drafts are removed by their own wipers, and once more by the neutral page.
 */
export function leave(alsoOthers = true): void {
  if (leaving) return
  leaving = true
  hide()
  document.title = '\u200b'
  wipeAll()
  document.body.replaceChildren() // with the fields gone the browser has no form to fill in again
  note(LEFT, String(Date.now()))
  if (alsoOthers) others?.tell('leave')
  // For a moment the service worker answers every page with the neutral one: on the way back nothing of ours shows.
  tellWorker('left')

  const steps = stepsToFirst()
  if (steps > 0 && goEntries(-steps)) setTimeout(toNeutral, PATIENCE)
  else toNeutral()
}

function toNeutral(): void {
  location.replace(NEUTRAL)
}

function hasLeft(): boolean {
  return noted(LEFT) !== null
}

/**
 * Typing the address again is not coming back: then the app opens as always. A page that somebody went on from before its
 * script had come may be taken out of the back-forward cache with the script still to run: it was begun before the leaving.
 */
function cameBackAfterLeaving(): boolean {
  return hasLeft() && (cameByHistory() || beganAt() < Number(noted(LEFT)))
}

/** What `left` does stands in left.css, which is part of every page. */
function hide(): void {
  document.documentElement.classList.add('left')
}

function show(): void {
  document.documentElement.classList.remove('left')
}

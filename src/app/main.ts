// On every citizen's page, before anything else of ours: small, without Preact. What it wires works on a page that
// is otherwise only read; the interactive parts are loaded when somebody comes near a door to them.
import '../ui/styles.css'
import './app.css'
import { toAppleMaps } from './islands/apple-maps.ts'
import { openFolds } from './islands/folds.ts'
import { answerSigns } from './islands/signs.ts'
import { correctValidity } from './islands/validity.ts'
import { wireLeaving } from './leave/leave.ts'
import { registerServiceWorker } from './offline/register.ts'
import { isApplePhone } from './phone/apple.ts'
import { fetchParts } from './parts.ts'
import { pageAt, pages } from './routes.ts'
import { takeDoor } from './islands/doors.ts'
import { isInteractive, onTakenOver } from './islands/taken-over.ts'
import { speech } from './phone/voices.ts'
import { whenIdle } from './phone/when-idle.ts'
import { today } from './today.ts'

/** Milliseconds after which a question that does not answer yet says so. */
const LONG = 3_000

const loadInteractive = async () => import('./interactive.tsx')

function startPage(): void {
  correctValidity(document, today())
  openFolds(document)
  answerSigns(document)
  if (isApplePhone()) toAppleMaps(document)
  const here = pageAt(location.pathname)
  if (here && pages[here.page].kind === 'interactive') {
    fetchParts(location.pathname)
    setTimeout(sayComing, LONG)
    registerServiceWorker(
      loadInteractive()
        .then(({ start }) => start())
        .catch(sayNotLoaded),
    )
    return
  }
  registerServiceWorker(null)
  if (speech()) whenIdle(readAloud)
  takeDoor(document, loadInteractive, path => {
    fetchParts(path, true)
    loadInteractive().catch(() => {
      // Nobody has gone through yet; it is loaded again when somebody does, and the failure is shown then.
    })
  })
}

/** Who has a voice on the phone is offered to hear the page. */
function readAloud(): void {
  import('./aloud/offer.ts').then(
    ({ offerOnPage }) => {
      if (!isInteractive()) onTakenOver(offerOnPage(document))
    },
    () => {
      // Not to be had just now: the page is there to be read.
    },
  )
}

/** Where the page has been taken up there is no such line any more. */
function sayComing(): void {
  for (const line of document.querySelectorAll<HTMLElement>('.form-coming')) line.dataset['late'] = ''
}

/** The prerendered word about it, with the way on: without it the form would stay grey for ever. */
function sayNotLoaded(error: unknown): void {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-not-loaded]')) notice.hidden = false
  for (const coming of document.querySelectorAll<HTMLElement>('.form-coming')) coming.hidden = true
  reportError(error)
}

// After leaving, a page that comes back by Back or Forward starts nothing: it is already on its way out.
if (wireLeaving()) startPage()

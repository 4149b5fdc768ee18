import { render, type JSX } from 'preact'
import { FIRST } from '../../core/languages.ts'
import { CopyContext } from '../copy/copy.ts'
import { loadT } from '../copy/load.ts'
import { isInteractive, onTakenOver } from '../islands/taken-over.ts'
import { pageAt } from '../routes.ts'
import { today } from '../today.ts'
import { wholeStyle } from '../whole-style.ts'
import { ForgetPanel } from './forget-panel.tsx'
import { Notices } from './notices.tsx'
import { UnsavedCode } from './unsaved-code.tsx'

/** Puts the notices at the top of a page that is otherwise only read. */
export async function showNotices(main: Element): Promise<void> {
  const place = document.createElement('div')
  place.className = 'flow'
  main.prepend(place)
  onTakenOver(() => {
    place.remove()
  })
  await fill(
    place,
    <>
      <UnsavedCode />
      <Notices />
    </>,
  )
}

/** Fills the place for "forget everything on this phone", where a page has one. Until then its heading stands there. */
export async function showForget(place: Element): Promise<void> {
  await fill(place, <ForgetPanel />)
}

async function fill(place: Element, content: JSX.Element): Promise<void> {
  const lang = pageAt(location.pathname)?.lang ?? FIRST
  const [t] = await Promise.all([
    loadT(lang, ['more']),
    wholeStyle.fetch().catch(() => undefined), // better without its looks than not at all
  ])
  if (isInteractive()) return // a door has been taken meanwhile
  onTakenOver(() => {
    render(null, place)
  })
  place.replaceChildren()
  render(<CopyContext.Provider value={{ lang, t, today: today() }}>{content}</CopyContext.Provider>, place)
}

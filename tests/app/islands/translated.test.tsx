// In a document
import { cleanup, render } from '@testing-library/preact'
import type { JSX } from 'preact'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { followTranslation } from '../../../src/app/islands/translated.ts'

beforeAll(() => {
  followTranslation(document.body)
})
afterEach(cleanup)

const said = (text: string): string => `[${text}]`

/** As Chrome does it: in one step, or the new ones first and then the old one out. */
async function translate(way: 'at once' | 'in two steps'): Promise<void> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
  for (const text of texts) {
    if (text.data === '' || text.parentElement?.localName === 'font') continue
    const name: string = 'font'
    const font = document.createElement(name)
    font.textContent = said(text.data)
    if (way === 'at once') text.replaceWith(font)
    else {
      text.before(font)
      text.remove()
    }
  }
  await new Promise(resolve => setTimeout(resolve)) // observers are told later
}

function Page({ state, more }: { readonly state: string; readonly more: boolean }): JSX.Element {
  return (
    <main>
      <h1>{state}</h1>
      <p role="status">
        {more ? 'Gemt. ' : ''}
        {more && <b>Nu</b>}
        {state}
      </p>
    </main>
  )
}

test.each(['at once', 'in two steps'] as const)(
  'what changes after a translation (%s) is seen',
  async way => {
    const { container, rerender } = render(<Page state="Sender" more />)
    await translate(way)
    expect(container.textContent).toBe('[Sender][Gemt. ][Nu][Sender]')

    rerender(<Page state="Sendt" more={false} />)
    expect(container.textContent).toBe('SendtSendt')
    await translate(way)
    expect(container.textContent).toBe('[Sendt][Sendt]')

    rerender(<Page state="Igen" more />)
    expect(container.textContent).toBe('IgenGemt. NuIgen')
  },
)

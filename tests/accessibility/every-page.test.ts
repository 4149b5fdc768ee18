// In a document
import { describe, expect, test, vi } from 'vitest'
import { pageAt, pageIds } from '../../src/app/routes.ts'
import { renderPage } from '../../src/app/prerender.tsx'

vi.mock('../../src/app/build-info.ts', () => ({ fingerprint: '0123456789abcdef'.repeat(4) }))

/** Names of places and offices are the same in every language, and exempt. */
const names = /Lyngby-Taarbæk|Børn og Familieafdelingen|BørneTelefonen/g

type Link = { readonly name: string; readonly to: string }

describe.each(['da', 'en'] as const)('in %s', lang => {
  const built = pageIds.map(id => {
    const { html } = renderPage(id, lang, '2026-11-27', null)
    return { id, page: new DOMParser().parseFromString(html, 'text/html') }
  })
  const linksIn = (page: Document, where: string): Link[] =>
    [...page.querySelectorAll<HTMLAnchorElement>(`${where} a[href]`)].map(link => ({
      name: link.textContent.trim(),
      to: link.getAttribute('href') ?? '',
    }))

  test('what stands around each page stands in the same order everywhere, help first (3.2.3, 3.2.6)', () => {
    const header = (page: Document): string[] => linksIn(page, 'header').map(({ name }) => name)
    const footer = (page: Document): Link[] => linksIn(page, '.footer')
    const first = built[0]!.page
    expect(header(first).length).toBeGreaterThan(2)
    expect(footer(first).length).toBeGreaterThan(5)
    for (const { id, page } of built) {
      expect(header(page), id).toEqual(header(first))
      expect(footer(page), id).toEqual(footer(first))
    }
  })

  test('each page can be come to from two places at least (2.4.5)', () => {
    const from = new Map(pageIds.map(id => [id, new Set<string>()]))
    for (const { id, page } of built)
      for (const where of ['header', 'main', '.footer'])
        for (const { to } of linksIn(page, where)) {
          const there = pageAt(to.replace(/[?#].*/, ''))
          if (there && there.lang === lang && there.page !== id)
            from.get(there.page)?.add(where === 'main' ? `${id}: main` : where)
        }
    expect([...from].filter(([, places]) => places.size < 2).map(([id]) => id)).toEqual([])
  })

  test('one name leads to one place (3.2.4)', () => {
    for (const { id, page } of built) {
      const places = new Map<string, Set<string>>()
      for (const { name, to } of ['header', 'main', '.footer'].flatMap(where => linksIn(page, where)))
        places.set(name, (places.get(name) ?? new Set()).add(to.replace(/[?#].*/, '')))
      expect(
        [...places].filter(([, to]) => to.size > 1).map(([name, to]) => [name, ...to]),
        id,
      ).toEqual([])
    }
  })

  test('what a long page has is named in its list as where it stands (2.4.4)', () => {
    const jumps = built.flatMap(({ page }) =>
      [...page.querySelectorAll<HTMLAnchorElement>('main nav:not(.rail) a[href^="#"]')].map(link => [
        link.textContent,
        page.querySelector(link.getAttribute('href') ?? '')?.textContent,
      ]),
    )
    expect(jumps.length).toBeGreaterThan(10)
    for (const [name, heading] of jumps) expect(name).toBe(heading)
  })

  test('what is said in the other language is marked as that (3.1.2)', () => {
    if (lang === 'da') return
    for (const { id, page } of built) {
      const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      while (walker.nextNode()) {
        const { nodeValue, parentElement } = walker.currentNode
        if (parentElement?.closest('[lang=da], script, style, noscript')) continue
        const foreign = (nodeValue ?? '').replace(names, '')
        if (/[æøåÆØÅ]/.test(foreign)) found.push(foreign.trim())
      }
      expect(found, id).toEqual([])
    }
  })
})

// In a document
import { describe, expect, test } from 'vitest'
import { municipality } from '#municipality'
import { toAppleMaps } from '../../../../src/app/islands/apple-maps.ts'
import { mapLink } from '../../../../src/app/pages/place/map-link.ts'
import { House, PlacePage } from '../../../../src/app/pages/place/page.tsx'
import { sections } from '../../../../src/app/pages/place/sections.ts'
import { answersFor } from '../../../../src/app/pages/shared/short-answers.tsx'
import { isApplePhone } from '../../../../src/app/phone/apple.ts'
import { place as fyrgaarden } from '../../../fixtures/mikkelborg/place.ts'
import { levelsOf, rendered, textOf } from '../rendered.ts'
import { open } from '../show.tsx'

describe.each(['da', 'en'] as const)('the page of the house (%s)', lang => {
  const html = rendered(PlacePage, lang)
  const page = open(<PlacePage />, lang)

  test('has one h1, first, and no level is skipped', () => {
    const levels = levelsOf(html)
    expect(levels.filter(level => level === 1)).toEqual([levels[0]])
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test('has each part under a heading with its id, in order', () => {
    const ids = [...page.querySelectorAll('h2[id]')].map(({ id }) => id)
    expect(ids).toEqual(sections.map(({ id }) => id))
  })

  test('leaves no key, no gap and no placeholder in the words', () => {
    expect(textOf(html)).not.toMatch(/\{\{|undefined|\b(place|visit|home):[a-z]/)
  })

  test('asks for what the municipality has not told, and shows no empty label for it', () => {
    expect(page.querySelector('[data-open-matter="O-33"]')).not.toBeNull()
    expect(page.querySelectorAll('dl, img, ul.people')).toHaveLength(0)
    expect(municipality.place.people).toEqual([])
  })

  test('tells what the standards say of those who work there', () => {
    const people = page.getElementById('people')?.closest('section')?.textContent ?? ''
    for (const said of lang === 'da'
      ? ['psykiater', 'faglig støtte']
      : ['psychiatrist', 'support with their'])
      expect(people).toContain(said)
  })

  test('leads on to writing, to the check, to help now and to where it is written', () => {
    const at =
      lang === 'da' ? ['/kontakt', '/tjek', '/akut', '/om/kilder#place'] : ['/en/contact', '/en/check']
    for (const href of at) expect(html).toContain(`href="${href}"`)
  })
})

describe('a house with everything told', () => {
  const page = open(<House of={fyrgaarden} />, 'en')
  const text = page.body.textContent

  test('shows telephone, hours, address on the web, way in and photo', () => {
    expect(page.querySelector('a[href="tel:00000000"]')?.textContent).toBe('00 00 00 00')
    for (const said of ['Weekdays 9 to 15', 'mikkelborg.example', 'There are no steps'])
      expect(text).toContain(said)
    const photo = page.querySelector('img[alt^="A yellow house"]')
    expect(photo?.getAttribute('src')).toBe('/pictures/house.webp')
    expect([photo?.getAttribute('width'), photo?.getAttribute('height')]).toEqual(['960', '540'])
    expect(page.querySelector('[data-open-matter]')).toBeNull()
  })

  test('shows whom one meets, with a drawing in place of a picture they did not want', () => {
    const people = [...page.querySelectorAll('ul.people > li')]
    expect(people.map(one => one.querySelector('strong')?.textContent)).toEqual(['Asta', 'Birk', 'Conny'])
    expect(people.map(one => one.querySelector('img')?.getAttribute('src') ?? 'drawing')).toEqual([
      '/pictures/asta.webp',
      '/pictures/birk.webp',
      'drawing',
    ])
    expect(text).not.toContain('Ask when you write')
  })

  test('answers in place of the question to ask', () => {
    expect(text).toContain('Yes, you may bring someone.')
    expect(text).not.toContain('Ask if a friend may come along')
  })
})

describe('the way to the map', () => {
  test('is one of the phone itself: the position and what to look for', () => {
    expect(mapLink(fyrgaarden)).toBe('geo:54.5,9.25?q=Skolestien%207%2C%209999%20Mikkelborg')
    expect(mapLink({ ...fyrgaarden, position: null })).toMatch(/^geo:0,0\?q=/)
  })

  test('opens Apple’s own maps on their phones and tablets, and is left alone on others', () => {
    const shown = (userAgent: string, maxTouchPoints: number): string | undefined => {
      const page = open(<House of={fyrgaarden} />)
      if (isApplePhone({ userAgent, maxTouchPoints })) toAppleMaps(page)
      return page.querySelector<HTMLAnchorElement>('a[href^="geo:"], a[href^="maps:"]')?.href
    }
    const apple = 'maps:?q=Skolestien%207%2C%209999%20Mikkelborg'
    expect(shown('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)', 5)).toBe(apple)
    expect(shown('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5)).toBe(apple)
    expect(shown('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0)).toMatch(/^geo:/)
    expect(shown('Mozilla/5.0 (Linux; Android 14)', 5)).toMatch(/^geo:/)
  })

  test('no address of a map service stands on the page', () => {
    const hosts = [...open(<House of={fyrgaarden} />).querySelectorAll('[href^="http"], [src^="http"]')]
    expect(hosts.map(one => one.getAttribute('href'))).toEqual(['https://mikkelborg.example'])
  })
})

describe('the short answers', () => {
  const unknown = { contains: null, friend: null, absent: null }
  type Of = Parameters<typeof answersFor>
  const keys = (of: Of[0], visit: Of[1], booked = true): string[] =>
    answersFor(of, visit, { timed: false, booked }).flatMap(({ ask, besides, told }) => [
      ...besides,
      ...(told ? [] : ask),
    ])

  test('say nothing of treatment to who only talks, and not twice how to cancel', () => {
    expect(keys('youth-talk', unknown)).toEqual([
      'visit:contains.ask',
      'visit:friend.ask',
      'visit:absent.ask',
      'visit:problem.doubt',
      'visit:problem.treatment',
    ])
  })

  test('ask no relative whether they have a problem', () => {
    expect(keys('relative', unknown)).not.toContain('visit:problem.doubt')
  })

  test('tell nobody to cancel with a code what was never booked with one', () => {
    expect(keys('adult', unknown)).toContain('visit:absent.cancel')
    const rung = keys('adult', unknown, false)
    expect(rung).toContain('visit:absent.tell')
    expect(rung).not.toContain('visit:absent.cancel')
  })

  test('ask nothing that the municipality has answered', () => {
    expect(keys('anyone', fyrgaarden.visit).filter(key => key.endsWith('.ask'))).toEqual([])
  })
})

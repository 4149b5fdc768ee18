import type { ComponentType } from 'preact'
import { describe, expect, test } from 'vitest'
import { idsOf, levelsOf, rendered, textOf } from './rendered.ts'

type Sections = readonly { readonly id: string; readonly facts: readonly string[] }[]

/** What must hold of every information page, in both languages. */
export function informationPage(
  name: string,
  page: ComponentType,
  sections: Sections,
  audience: 'adult' | 'youth' | 'relative' | null,
): void {
  describe.each(['da', 'en'] as const)(`${name} (%s)`, lang => {
    const html = rendered(page, lang)

    test('has one h1, first, and no level is skipped', () => {
      const levels = levelsOf(html)
      expect(levels[0]).toBe(1)
      expect(levels.filter(level => level === 1)).toHaveLength(1)
      levels.reduce((before, level) => {
        expect(level - before).toBeLessThanOrEqual(1)
        return level
      })
    })

    test('has each part under a heading with its id, in order', () => {
      const ids = idsOf(html)
      expect(new Set(ids).size).toBe(ids.length)
      const told = ids.filter(id => sections.some(section => section.id === id))
      expect(told).toEqual(sections.map(section => section.id))
    })

    test('keeps what is folded in groups under a heading, eight at most in each', () => {
      const groups = html.split('<div class="folds">')
      const folds = groups.map(group => group.split('<details').length - 1)
      expect(Math.max(...folds)).toBeLessThanOrEqual(9)
      for (const group of groups.slice(0, -1))
        expect(group).toMatch(/(<h2 id="[^"]+">[^<]+<\/h2>(<\/summary>)?|<\/(p|nav|section)>)$/)
    })

    test('has one heading in each fold, its own, and deeper ones inside', () => {
      // From one fold's heading to the next fold: of one that holds others, its heading alone.
      const folds = html
        .split('<details class="fold')
        .slice(1)
        .map(fold => levelsOf(fold.split('</details>')[0]!))
        .filter(levels => levels.length > 0)
      expect(folds.length).toBeGreaterThan(0)
      for (const levels of folds) {
        expect([2, 3]).toContain(levels[0])
        expect(levels.slice(1).filter(level => level <= levels[0]!)).toEqual([])
      }
    })

    test('leaves no key, no gap and no placeholder in the words', () => {
      expect(html).not.toContain('{{')
      expect(textOf(html)).not.toMatch(/\b(adults|youth|relatives|rights):[a-z]/)
      expect(textOf(html)).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z.]/)
      expect(textOf(html)).not.toContain('undefined')
    })

    test('says once that the app is not for emergencies, with a way to help', () => {
      const said = lang === 'da' ? 'Appen er ikke til akut hjælp' : 'This app is not for emergencies'
      expect(html.split(said)).toHaveLength(2)
      expect(html).toContain(`href="${lang === 'da' ? '/akut' : '/en/urgent'}"`)
    })

    test('leads on: to contact, to the check and to where it is written', () => {
      const contact = lang === 'da' ? '/kontakt' : '/en/contact'
      const check = lang === 'da' ? '/tjek' : '/en/check'
      if (audience !== null) {
        expect(html).toMatch(new RegExp(`<a [^>]*data-audience="${audience}(-talk)?"[^>]*href="${contact}"`))
        expect(html).toMatch(new RegExp(`<a [^>]*data-audience="${audience}"[^>]*href="${check}"`))
      } else expect(html).toContain(`href="${contact}"`)
      expect(html).toContain(lang === 'da' ? 'href="/om/kilder#' : 'href="/en/about/sources#')
    })
  })
}

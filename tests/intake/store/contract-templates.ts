import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const day = at('2026-01-10')

/** Templates for replies: one text, sealed; who changes it names what they saw. */
export function templatesContract(newPlace: () => Promise<Place>): void {
  describe('the templates for replies', () => {
    const test = opened(newPlace)
    const acts = async (): Promise<string[]> => (await test.store.audit()).entries.map(({ act }) => act)

    it('are none until somebody changes them, and then what was changed last', async () => {
      expect(await test.store.templates()).toEqual({ version: 0, sealed: null })
      expect(await test.store.changeTemplates({ from: 0, sealed: 'AAAA' }, day)).toBe('changed')
      expect(await test.store.templates()).toEqual({ version: 1, sealed: 'AAAA' })
      expect(await test.store.changeTemplates({ from: 1, sealed: 'BBBB' }, day)).toBe('changed')
      expect(await test.store.templates()).toEqual({ version: 2, sealed: 'BBBB' })
      expect(await acts()).toEqual(['templates-changed', 'templates-changed'])
    })

    it('are not written over by somebody who saw older ones, and the same again is no conflict', async () => {
      const first = { from: 0, sealed: 'AAAA' }
      expect(await test.store.changeTemplates(first, day)).toBe('changed')
      expect(await test.store.changeTemplates(first, day)).toBe('changed')
      expect(await test.store.changeTemplates({ from: 0, sealed: 'BBBB' }, day)).toBe('moved-on')
      expect(await test.store.changeTemplates({ from: 7, sealed: 'BBBB' }, day)).toBe('moved-on')
      expect(await test.store.templates()).toEqual({ version: 1, sealed: 'AAAA' })
      expect(await acts()).toEqual(['templates-changed'])
    })

    it('are changed by one of many who saw the same', async () => {
      for (const from of [0, 1]) {
        const tries = Array.from({ length: 6 }, () =>
          test.store.changeTemplates({ from, sealed: randomUUID().slice(0, 4) }, day),
        )
        expect((await Promise.all(tries)).filter(one => one === 'changed')).toHaveLength(1)
        expect((await test.store.templates()).version).toBe(from + 1)
      }
    })
  })
}

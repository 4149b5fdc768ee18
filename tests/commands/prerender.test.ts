import { expect, test } from 'vitest'
import { withScripts } from '../../src/commands/prerender.ts'

const page = '<html><head><title>Snak</title></head><body></body></html>'

test('a page asks for its scripts before it has been read to the end', () => {
  expect(withScripts(page, ['base', 'da-base'], ['da-base-12345678.js', 'base-ab_d-fgh.js'])).toBe(
    '<html><head><title>Snak</title><link rel="modulepreload" crossorigin href="/assets/base-ab_d-fgh.js"><link rel="modulepreload" crossorigin href="/assets/da-base-12345678.js"></head><body></body></html>',
  )
  expect(withScripts(page, [], [])).toBe(page)
})

test('a script that is not there stops the build', () => {
  expect(() => withScripts(page, ['base'], ['da-base-12345678.js', 'base-12345678.css'])).toThrow(/"base"/)
})

import { expect, test } from 'vitest'
import { ownStyle } from '../../src/commands/own-style.ts'

const kept = (css: string, page: string): string => ownStyle(css, [page])

test('a rule stays where its classes and ids can be, whatever else it goes by', () => {
  const page = '<main id="app"><p class="lead door">…</p></main>'
  expect(kept('.lead{color:red}.thread{color:red}#app>p{color:red}#other{color:red}', page)).toBe(
    '.lead,#app>p{color:red}',
  )
  expect(kept('p[data-late]{color:red}mark{color:red}:root{color:red}', page)).toBe(
    'p[data-late],mark,:root{color:red}',
  )
})

test('of several selectors those stay that can be, and of a choice one is enough', () => {
  expect(kept('.lead,.thread{color:red}', 'lead')).toBe('.lead{color:red}')
  expect(kept(':is(.thread,.lead)>p{color:red}', 'lead')).toContain('.lead')
  expect(kept(':is(.thread,.code)>p{color:red}', 'lead')).toBe('')
  expect(kept('.lead:has(>.thread){color:red}', 'lead')).toBe('')
  expect(kept('.lead:not(.thread){color:red}', 'lead')).toBe('.lead:not(.thread){color:red}')
})

test('layers keep their order, and what is left empty is gone', () => {
  const css = '@layer a,b;@layer b{.lead{color:red}}@media print{.thread{color:red}}@page{margin:11mm}'
  expect(kept(css, 'lead')).toBe('@layer a;@layer b{.lead{color:red}}@page{margin:11mm}')
})

test('a class that only a script says is one that can be', () => {
  expect(ownStyle('.error{color:red}', ['<p>', 'e.className=`field error`'])).toBe('.error{color:red}')
})

import { expect, test } from 'vitest'
import { alternativesOf, unmatched } from '../../src/commands/chunk-patterns.ts'

test.each([
  [/a/, ['a']],
  [/a\/|b/, ['a\\/', 'b']],
  [/^x\/(a|b\/(c|d)\.)e/, ['^x\\/ae', '^x\\/b\\/c\\.e', '^x\\/b\\/d\\.e']],
  [/o\/(?!send|(?:de)cide)|\w+\.tsx?$/, ['o\\/(?!send|(?:de)cide)', '\\w+\\.tsx?$']],
  [/\((a|b)?[|)]c/, ['\\((?:a)?[|)]c', '\\((?:b)?[|)]c']],
] as const)('the alternatives of %s, each by itself', (pattern, alternatives) => {
  expect(alternativesOf(pattern.source)).toEqual(alternatives)
})

const groups = [
  { name: 'early', test: /src\/app\/(phone|routes)\// },
  { name: 'base', test: /src\/ui\/.*\.tsx?$/ },
]
const cut = { output: { codeSplitting: { groups } } }

test('a pattern that matches no module is named, with its group, also where another of the group matches', () => {
  expect(unmatched(cut, ['/src/app/phone/a.ts', '/src/app/routes/b.ts', '/src/ui/c.tsx'])).toEqual([])
  expect(unmatched(cut, ['/src/app/phone/a.ts', '/src/ui/c.css'])).toEqual([
    'early: src\\/app\\/routes\\/',
    'base: src\\/ui\\/.*\\.tsx?$',
  ])
})

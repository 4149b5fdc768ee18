import { expect, test } from 'vitest'
import { cutInto, under, unmatched, type ChunkGroup } from '../../src/commands/chunk-groups.ts'

const groups: readonly ChunkGroup[] = [
  { name: 'early', priority: 2, of: under('src/app/', 'phone', 'routes/') },
  { name: 'base', priority: 1, of: ['src/ui/'], but: ['.css', 'src/ui/rare'] },
]

test('a module is of the groups that name a part of its path and leave none out', () => {
  const { output } = cutInto(groups)
  const cut = output && !Array.isArray(output) ? output.codeSplitting : undefined
  const of = (id: string) =>
    (typeof cut === 'object' ? (cut.groups ?? []) : [])
      .filter(({ test: isOf }) => typeof isOf === 'function' && isOf(id))
      .map(({ name }) => name)
  expect(of('/home/src/app/phone/a.ts')).toEqual(['early'])
  expect(of('/home/src/app/routes.ts')).toEqual([])
  expect(of('/home/src/ui/button.tsx')).toEqual(['base'])
  expect(of('/home/src/ui/button.css')).toEqual([])
})

test('a part that is in no path is named, with its group, also where another of the group is', () => {
  const all = ['src/app/phone/a.ts', 'src/app/routes/b.ts', 'src/ui/c.tsx', 'src/ui/c.css', 'src/ui/rare.ts']
  expect(unmatched(groups, all)).toEqual([])
  expect(unmatched(groups, all.slice(0, 1))).toEqual([
    'early: src/app/routes/',
    'base: src/ui/',
    'base: not .css',
    'base: not src/ui/rare',
  ])
})

test('a part that takes nothing out of its group is named, also where another module has it', () => {
  expect(unmatched(groups.slice(1), ['src/ui/c.tsx', 'src/app/c.css', 'src/ui/rare.ts'])).toEqual([
    'base: not .css',
  ])
})

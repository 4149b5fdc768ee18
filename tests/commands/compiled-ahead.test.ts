import { expect, test } from 'vitest'
import { COMPILED_AHEAD, compiledAhead } from '../../src/commands/compiled-ahead.ts'

const { augmentChunkHash, generateBundle } = compiledAhead()
const codeOf = (name: string): string => {
  const file = { type: 'chunk' as const, name, code: 'run()' }
  generateBundle.handler({}, { 'assets/picture.svg': { type: 'asset' }, [`assets/${name}-1.js`]: file })
  return file.code
}

test('what a page runs at once is compiled ahead, by the first line of the file', () => {
  expect(codeOf('base')).toBe(`${COMPILED_AHEAD}run()`)
  expect(COMPILED_AHEAD).toBe('//# allFunctionsCalledOnLoad\n')
})

test('a file with the line has another name than without it, and no other has', () => {
  expect(augmentChunkHash({ name: 'base' })).toBe(COMPILED_AHEAD)
  expect(augmentChunkHash({ name: 'sealing' })).toBeUndefined()
})

test.each(['sealing', 'crisis', 'da-more'])(
  '%s, of which most is never run or runs elsewhere, is not',
  name => {
    expect(codeOf(name)).toBe('run()')
  },
)

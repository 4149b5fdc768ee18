import { makeAlias } from '../../src/core/request/alias.ts'

/** Every name the app can make up for somebody without one. */
const names = new Set<string>()
for (let one = 0; one < 256; one++)
  for (let other = 0; other < 256; other++) names.add(makeAlias('da', Uint8Array.of(one, other)))

export const madeUpNames = new RegExp([...names].join('|'), 'g')

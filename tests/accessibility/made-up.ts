import { makeAlias } from '../../src/core/request/alias.ts'

/** Past the longest list of words a name is made of: what is counted further begins again. */
const WORDS = 24

/** Every name the app can make up for somebody without one. */
const names = new Set<string>()
const counted = Array.from({ length: WORDS }, (_, at) => at)
for (const look of counted)
  for (const colour of counted)
    for (const thing of counted) names.add(makeAlias('da', Uint8Array.of(look, colour, thing)))

export const madeUpNames = new RegExp([...names].join('|'), 'g')

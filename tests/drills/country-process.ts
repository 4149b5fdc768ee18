// One of the two processes of tests/drills/country.ts: all municipalities of a list, with a clock that its parent sets.
import { readMunicipalities } from '../../src/intake/settings/municipalities.ts'
import { startSeveral } from '../../src/intake/start-several.ts'

const [list = ''] = process.argv.slice(2)
let ahead = 0

// A real process looks each quarter of an hour whether a night or an hour has begun. Here a week goes by between two looks, and
// each would find all of it to do, many times as often as in a year. The parent asks for each night's upkeep instead.
const LOOK_MS = 15 * 60_000
const every = globalThis.setInterval
globalThis.setInterval = ((act: () => void, ms?: number) =>
  every(act, ms === LOOK_MS ? 2 ** 31 - 1 : ms)) as typeof setInterval

const running = await startSeveral(await readMunicipalities(list, process.env), {
  now: () => Date.now() + ahead,
  log: entry => {
    if (entry.event === 'broken' || entry.event === 'refused')
      process.stderr.write(JSON.stringify(entry) + '\n')
  },
})
process.on('message', (message: { ahead?: number }) => {
  if (message.ahead !== undefined) ahead = message.ahead
  process.send?.({ rss: process.memoryUsage().rss })
})
process.send?.({ address: running.address, rss: process.memoryUsage().rss })

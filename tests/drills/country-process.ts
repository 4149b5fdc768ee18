// One of the two processes of tests/drills/country.ts: all municipalities of a list, with a clock that its parent sets.
import { readMunicipalities } from '../../src/intake/settings/municipalities.ts'
import { startSeveral } from '../../src/intake/start-several.ts'

const [list = ''] = process.argv.slice(2)
let ahead = 0
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

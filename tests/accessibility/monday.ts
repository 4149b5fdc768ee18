import { runInThisContext } from 'node:vm'
import { daysAfter, dayOf, instantOf, weekdayOf } from '../../src/core/calendar/days.ts'

/** The coming Monday at ten: what stands in a week and on a day is the same in each run. */
function comingMonday(): number {
  const today = dayOf(Date.now())
  const monday = instantOf(daysAfter(today, 7 - weekdayOf(today)), '10:00')
  if (monday === null) throw new Error('a Monday without ten o’clock')
  return monday
}

/** Not further: a service worker keeps the machine's own clock, and may find nothing out of date by it. */
const ahead = comingMonday() - Date.now()

/** Sets the clock of a page or a process ahead. */
export const aheadScript = `{
  const now = Date.now
  globalThis.Date = new Proxy(Date, {
    construct: (Real, of, made) => Reflect.construct(Real, of.length > 0 ? of : [now() + ${ahead}], made),
    get: (Real, key) => (key === 'now' ? () => now() + ${ahead} : Reflect.get(Real, key)),
  })
}`

/** For a server: Node writes the date of an answer by a clock of its own. */
const serverScript = `${aheadScript}
import { ServerResponse } from 'node:http'
const { writeHead } = ServerResponse.prototype
ServerResponse.prototype.writeHead = function (...args) {
  this.setHeader('date', new Date().toUTCString())
  return writeHead.apply(this, args)
}`

/** The environment of a server whose clock is ahead. */
export const aheadServer = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(serverScript)}`,
}

/** Sets this process ahead: what it seeds is of the same day. */
export function goAhead(): void {
  runInThisContext(aheadScript)
}

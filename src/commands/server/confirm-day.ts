import { parseArgs } from 'node:util'
import { dayOf } from '../../core/calendar/days.ts'
import { openStore } from '../../intake/store/open-store.ts'
import { Refused } from '../run.ts'
import { MUNICIPALITY, whichStore } from './which-store.ts'

/**
 * `confirm-day YYYY-MM-DD [--municipality NAME]`: somebody has looked at the clock and says that it is that day, so that the intake erases
 * again after a pause of more than a week. Settings as the intake has them.
 *
 * @throws Refused when the day is not the one that this machine's clock says
 */
export async function confirmDay(args: readonly string[], now = Date.now()): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: MUNICIPALITY,
  })
  const [day] = positionals
  const today = dayOf(now)
  if (day !== today) {
    throw new Refused(
      `This machine's clock says ${today}. If that is right, run: confirm-day ${today}. If not, set the clock first.`,
    )
  }
  const store = await openStore(await whichStore(values.municipality))
  try {
    await store.confirmDay(today)
  } finally {
    await store.close()
  }
  console.log(`Confirmed: it is ${today}. The intake erases again within a quarter of an hour.`)
}

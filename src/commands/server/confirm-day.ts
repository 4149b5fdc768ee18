import { dayOf } from '../../core/calendar/days.ts'
import { parseConfig } from '../../intake/settings/config.ts'
import { openStore } from '../../intake/store/open-store.ts'
import { Refused } from '../run.ts'

/**
 * `confirm-day YYYY-MM-DD`: somebody has looked at the clock and says that it is that day, so that the intake erases
 * again after a pause of more than a week. Settings as the intake has them.
 *
 * @throws Refused when the day is not the one that this machine's clock says
 */
export async function confirmDay([day]: readonly string[], now = Date.now()): Promise<void> {
  const today = dayOf(now)
  if (day !== today) {
    throw new Refused(
      `This machine's clock says ${today}. If that is right, run: confirm-day ${today}. If not, set the clock first.`,
    )
  }
  const store = await openStore(parseConfig(process.env).store)
  try {
    await store.confirmDay(today)
  } finally {
    await store.close()
  }
  console.log(`Confirmed: it is ${today}. The intake erases again within a quarter of an hour.`)
}

import { vi } from 'vitest'
import { dayOf } from '../../src/core/calendar/days.ts'
import type { Moment } from '../../src/intake/store/moment.ts'
import { signedIn, startTestIntake, type TestIntake } from '../intake/http/intake.ts'

/** An intake of the test's own that gets all that the page calls, as a signed-in member's browser sends it. */
export async function pageCallsIntake(): Promise<TestIntake> {
  const intake = await startTestIntake()
  const own = await signedIn(intake)
  vi.stubGlobal('fetch', async (url: string, init: RequestInit): Promise<Response> => {
    const headers = { ...own, ...Object.fromEntries(new Headers(init.headers)) }
    const method = init.method as 'GET' | 'POST' | 'DELETE'
    const { body } = init as { body: string | null }
    const answer = await intake.app.inject({ method, url, headers, ...(body !== null && { body }) })
    return new Response(answer.body === '' ? null : answer.body, { status: answer.statusCode })
  })
  return intake
}

/** Now, as its clock says. */
export const momentOf = ({ clock }: TestIntake): Moment => ({ today: dayOf(clock.now), now: clock.now })

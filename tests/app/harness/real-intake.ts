import { vi } from 'vitest'
import type { AppSettings } from '../../../src/intake/http/parts.ts'
import { startTestIntake, type TestIntake } from '../../intake/http/intake.ts'

export type RealIntake = TestIntake & {
  /** What the app has asked for, `METHOD /path`, oldest first. */
  readonly asked: string[]
  /** Answers instead of the intake, until it is set to null: a network that is not there, a café's page. */
  answer: ((path: string) => Response | Promise<Response>) | null
}

/** The intake itself on a database of its own, behind the app's `fetch`: no network, no port. */
export async function startRealIntake(settings: Partial<AppSettings> = {}): Promise<RealIntake> {
  const intake: RealIntake = Object.assign(await startTestIntake(settings), { asked: [], answer: null })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}): Promise<Response> => {
    const method = (init.method ?? 'GET') as 'GET' | 'POST' | 'DELETE'
    intake.asked.push(`${method} ${path}`)
    if (intake.answer) return answerUnlessGivenUp(intake.answer(path), init.signal)
    const answer = await intake.app.inject({
      method,
      url: path,
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === 'string' && { payload: init.body }),
    })
    const headers = { ...answer.headers }
    delete headers['content-length']
    const body = answer.statusCode === 204 ? null : answer.body
    return new Response(body, { status: answer.statusCode, headers: headers as HeadersInit })
  })
  return intake
}

/** As `fetch` does it: an answer that is given up is an AbortError. */
function answerUnlessGivenUp(
  answer: Response | Promise<Response>,
  signal: AbortSignal | null | undefined,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    Promise.resolve(answer).then(resolve, reject)
    signal?.addEventListener('abort', () => {
      reject(new DOMException('given up', 'AbortError'))
    })
  })
}

/** A network that is not there: `fetch` fails as it does in browsers. */
export const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))

import { type Call, PROOF_HEADER } from '../core/contract/calls.ts'

/** What goes with a call. */
export type Asked = {
  /** The id in the address. */
  readonly id?: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** The bearer token of a mailbox: in a header, never in an address (RFC 6750 §2.3). */
  readonly token?: string
  /** A solved proof of work, as its header takes it. */
  readonly proof?: string | null
  /** Milliseconds after which the call counts as unanswered. */
  readonly patience: number
  /** Only the inbox has a cookie. */
  readonly credentials?: 'omit' | 'same-origin'
  /** Ends the call when nobody waits for it. */
  readonly signal?: AbortSignal
  /** Asks for the head of the answer alone (RFC 9110 §9.3.2). */
  readonly headOnly?: true
}

/** What came back, already read. */
export type Answered = {
  readonly status: number
  readonly ok: boolean
  /** null: empty; undefined: not JSON, so not the intake's. */
  readonly body: unknown
  readonly isJson: boolean
  readonly retryAfter: string | null
  readonly date: string | null
}

/**
 * One exchange with the intake. Never throws for what a network or a server does.
 * @returns null when nothing came: no network, no server, too slow, called off, or sent elsewhere (a café's network)
 */
export async function exchange(call: Call, asked: Asked): Promise<Answered | null> {
  const stop = new AbortController()
  const end = (): void => {
    stop.abort()
  }
  const timer = setTimeout(end, asked.patience)
  asked.signal?.addEventListener('abort', end)
  try {
    const response = await fetch(addressOf(call, asked), {
      method: asked.headOnly ? 'HEAD' : call.method,
      headers: headersOf(asked),
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      signal: stop.signal,
      credentials: asked.credentials ?? 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
    const text = await response.text()
    return {
      status: response.status,
      ok: response.ok,
      body: parsed(text),
      isJson: (response.headers.get('Content-Type') ?? '').includes('json'),
      retryAfter: response.headers.get('Retry-After'),
      date: response.headers.get('Date'),
    }
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null
    throw error
  } finally {
    clearTimeout(timer)
    asked.signal?.removeEventListener('abort', end)
  }
}

function addressOf({ path }: Call, { id, query }: Asked): string {
  const address = id === undefined ? path : path.replace(':id', encodeURIComponent(id))
  return query === undefined ? address : `${address}?${new URLSearchParams(query).toString()}`
}

function headersOf({ token, body, proof }: Asked): Headers {
  const headers = new Headers()
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (typeof proof === 'string') headers.set(PROOF_HEADER, proof)
  return headers
}

function parsed(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

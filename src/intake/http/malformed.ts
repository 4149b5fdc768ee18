import { STATUS_CODES } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import { PROBLEM_PREFIX, type Problem } from '../../core/contract/index.ts'
import type { Tally } from '../log.ts'

const NOT_HTTP = problem(400, 'not-http', 'Not a request', 'What came is not HTTP.')

/** What Node's parser gives up on, by the code of its error. Not in the contract: no program of ours can meet them. */
const problems: { readonly [code: string]: Problem } = {
  ERR_HTTP_REQUEST_TIMEOUT: problem(
    408,
    'too-slow',
    'Too slow',
    'The request did not arrive in time. Send it again.',
  ),
  HPE_HEADER_OVERFLOW: problem(
    431,
    'headers-too-large',
    'Headers too large',
    'Headers may have 8 KiB in all.',
  ),
}

/** What is not HTTP never becomes a request: answered on the socket, in the same form, and counted. */
export function refuseMalformed(
  tally: Tally,
  headers: Readonly<Record<string, string>>,
): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    const answer = problems[error.code ?? ''] ?? NOT_HTTP
    tally.count('OTHER', 'malformed request', answer.status)
    if (socket.writable) socket.write(written(answer, headers))
    socket.destroySoon()
  }
}

const EXPECTATION = problem(
  417,
  'expectation',
  'Unknown expectation',
  'Send no Expect header but 100-continue.',
)
const HOSTS = problem(400, 'one-host', 'Not one host', 'Send one Host header.')

/**
 * Exactly one `Host` line (RFC 9112 §3.2): of two, a proxy may look at one and we at the other. HTTP/1.0 has none.
 */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  return hosts.length === 1 || (hosts.length === 0 && httpVersion === '1.0')
}

/** Answers a request that names no host or several, and closes its connection. */
export function refuseHosts(reply: FastifyReply): FastifyReply {
  void reply.header('Connection', 'close')
  return reply.code(HOSTS.status).type('application/problem+json').send(JSON.stringify(HOSTS))
}

/** An `Expect` that is not `100-continue`: Node would answer by itself, without our headers. */
export function refuseExpectation(
  tally: Tally,
  headers: Readonly<Record<string, string>>,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (_request, response) => {
    tally.count('OTHER', 'malformed request', EXPECTATION.status)
    response
      .writeHead(EXPECTATION.status, {
        ...headers,
        'Content-Type': 'application/problem+json',
        Connection: 'close',
      })
      .end(JSON.stringify(EXPECTATION))
  }
}

function problem(status: number, name: string, title: string, detail: string): Problem {
  return { type: PROBLEM_PREFIX + name, status, title, detail }
}

function written(answer: Problem, headers: Readonly<Record<string, string>>): string {
  const body = JSON.stringify(answer)
  const all = {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`, ...lines, '', body].join('\r\n')
}

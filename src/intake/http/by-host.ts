import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** The services that share one port, each under the names that are its own alone. */
export type Hosted = { readonly hosts: readonly string[]; readonly app: FastifyInstance }

/**
 * Lets the first service's server answer for all: by the name in `Host` (RFC 9112 §3.2), which each service checks
 * again for itself. Another name is answered 421 (RFC 9110 §15.5.20), never by whichever service is first.
 *
 * @param onMisdirected called for each call to a name that is nobody's
 * @returns `add` lets one answer that could not start before
 */
export function answerByHost(
  services: readonly Hosted[],
  onMisdirected: () => void = () => undefined,
): { add(service: Hosted): void } {
  const [first] = services
  if (first === undefined) throw new Error('no service to answer')
  const byHost = new Map<string, RequestListener>()
  function add({ hosts, app }: Hosted): void {
    for (const host of hosts) {
      byHost.set(host, (request, response) => {
        app.routing(request, response)
      })
    }
  }
  for (const one of services) add(one)
  first.app.server.removeAllListeners('request')
  first.app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = byHost.get(hostOf(request))
    if (answer !== undefined) {
      answer(request, response)
      return
    }
    misdirected(response)
    onMisdirected()
  })
  return { add }
}

/** The name in `Host` without port, in lower case; '' where it is missing. */
function hostOf({ headers: { host = '' } }: IncomingMessage): string {
  return host.toLowerCase().replace(/:\d*$/, '')
}

const problem = JSON.stringify({
  type: 'about:blank',
  title: 'Misdirected Request',
  status: 421,
  detail: 'No service of this name is here.',
})

function misdirected(response: ServerResponse): void {
  response
    .writeHead(421, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
    .end(problem)
}

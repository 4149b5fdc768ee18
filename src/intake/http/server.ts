import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Tally } from '../log.ts'
import { quickJson } from './json.ts'
import { refuseExpectation, refuseMalformed } from './malformed.ts'
import { methodOf } from './telling.ts'

/** A sealed request is 13,654 letters; four times that is nobody's request. */
export const BODY_BYTES = 64 * 1024
/** A request of 16 kB needs 30 s at 6 kbit/s, the worst a phone calls "connected". */
const WHOLE_REQUEST_MS = 60_000
/** Headers are under 2 kB; anyone who needs longer holds a place to keep others out. */
const HEADERS_MS = 15_000
/** How often Node looks for those who are over these times; its own preset lets 15 seconds become 45. */
const LOOK_MS = 2_000
/** Our largest header is a proof of under 1 kB. */
const HEADER_BYTES = 8 * 1024
/** Shorter than common proxies' own 60-75 s would race with them; behind none it frees the socket soon. */
const KEEP_ALIVE_MS = 76_000

/**
 * A server that holds callers to our sizes and times and answers what is not HTTP; it has no routes yet.
 *
 * @param parts.trustProxy how many proxies of ours stand in front
 * @param parts.headers of answers that no route gives
 * @param parts.notFound answers an address that cannot be read
 */
export function createServer(parts: {
  readonly trustProxy: number
  readonly tally: Tally
  readonly headers: Readonly<Record<string, string>>
  readonly notFound: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
}): FastifyInstance {
  const { trustProxy, tally, headers, notFound } = parts
  const app = Fastify({
    logger: false, // it would log addresses; `log` says what may be said
    trustProxy: trustProxy === 0 ? false : (_address, hop) => hop < trustProxy,
    bodyLimit: BODY_BYTES,
    connectionTimeout: WHOLE_REQUEST_MS,
    requestTimeout: WHOLE_REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      headersTimeout: HEADERS_MS,
      maxHeaderSize: HEADER_BYTES,
      connectionsCheckingInterval: LOOK_MS,
      requireHostHeader: false, // `refuseHosts` does what Node would, with our headers
    },
    forceCloseConnections: 'idle', // when stopping: anyone who waits for an answer gets it
    return503OnClosing: false, // a call on an open connection is still answered, then the connection closes
    frameworkErrors(_error, request, reply) {
      tally.count(methodOf(request), 'malformed address', 404)
      void notFound(request, reply.headers(headers))
    },
    clientErrorHandler: refuseMalformed(tally, headers),
  })
  app.removeContentTypeParser(['text/plain', 'application/json'])
  const careful = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, quickJson(careful))
  app.server.on('checkExpectation', refuseExpectation(tally, headers))
  closeWhenStopping(app)
  return app
}

/** Else a caller answered while we stop would keep the connection open and us from ending. */
function closeWhenStopping(app: FastifyInstance): void {
  let isStopping = false
  app.addHook('preClose', done => {
    isStopping = true
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isStopping) void reply.header('Connection', 'close')
    done()
  })
}

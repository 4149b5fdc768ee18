import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { languageAt, languageIds, rootOf, type Language } from '../../core/languages.ts'
import { pathOf } from './address.ts'
import { pagePolicy } from './headers.ts'
import type { Site, SiteFile } from '../settings/site.ts'

/** As a path of the site, without a slash in front. */
const notFoundFile = (lang: Language): string => `${rootOf(lang)}/404.html`.slice(1)

/** A year: what is under /assets/ has its hash in its name and never changes. */
const FOREVER = 'public, max-age=31536000, immutable'
/** Not addresses of their own: each is served for another address. */
const hidden = new Set(['inbox.html', ...languageIds.map(notFoundFile)])

/** Serves the built pages at their addresses. */
export function servePages(app: FastifyInstance, site: Site): void {
  app.get('/inbox', (request, reply) => {
    const page = site.files.get('inbox.html')
    if (!page) return notFoundPage(site, request, reply)
    void reply.header('X-Robots-Tag', 'noindex, nofollow')
    return send(page, request, reply, 'no-store')
  })

  app.get('/*', (request, reply) => {
    const path = pathOf(request).slice(1)
    const file = hidden.has(path) ? undefined : site.files.get(path)
    if (file) return send(file, request, reply, path.startsWith('assets/') ? FOREVER : 'no-cache')
    const page = site.files.get(path === '' ? 'index.html' : `${path}/index.html`)
    if (page) return send(page, request, reply, 'no-cache')
    const bare = path.replace(/\/+$/, '')
    // Only to a page of ours, so that no made-up address can lead elsewhere.
    if (bare !== path && (bare === '' || bare === 'inbox' || site.files.has(`${bare}/index.html`))) {
      return reply.redirect(`/${bare}`, 308)
    }
    return notFoundPage(site, request, reply)
  })
}

/** The app's own page for an address that is not there, in the language of the address. */
export function notFoundPage(
  site: Site | null,
  request: FastifyRequest,
  reply: FastifyReply,
  status: 404 | 405 = 404,
): FastifyReply {
  const page = site?.files.get(notFoundFile(languageAt(pathOf(request))))
  void reply.code(status)
  if (page) return send(page, request, reply, 'no-cache')
  return reply.type('text/plain; charset=utf-8').send('Siden findes ikke. / There is no such page.\n')
}

function send(file: SiteFile, request: FastifyRequest, reply: FastifyReply, cache: string): FastifyReply {
  void reply.headers({
    'Content-Security-Policy': pagePolicy(file.styles),
    'Cache-Control': cache,
    'Content-Type': file.type,
    Vary: 'Accept-Encoding',
    ETag: file.etag,
  })
  if (
    cache !== 'no-store' &&
    sameAsKept(request.headers['if-none-match'], file.etag) &&
    reply.statusCode === 200
  ) {
    return reply.code(304).send()
  }
  const encoding = bestEncoding(request.headers['accept-encoding'], file)
  if (encoding === null) return reply.send(file.plain)
  return reply.header('Content-Encoding', encoding === 'br' ? 'br' : 'gzip').send(file[encoding])
}

/** RFC 9110 §13.1.2, weak comparison. */
function sameAsKept(header: string | undefined, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')
  return (header ?? '').split(',').some(tag => opaque(tag) === opaque(etag))
}

/** Brotli before gzip, each only where the build made it and the browser takes it (RFC 9110 §12.5.3). */
function bestEncoding(header: string | undefined, file: SiteFile): 'br' | 'gz' | null {
  const taken = new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map(part => part.trim())
      .filter(part => !/;\s*q=0(\.0*)?$/.test(part))
      .map(part => part.replace(/;.*$/, '').trim()),
  )
  if (file.br && taken.has('br')) return 'br'
  return file.gz && taken.has('gzip') ? 'gz' : null
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isPlain, pathOf } from './address.ts'

/** An address as the router writes it, and what may be done there. */
export type Known = {
  readonly url: string
  /** In the order of the alphabet, as `Allow` names them (RFC 9110 §10.2.1). */
  readonly methods: readonly string[]
}

/**
 * Registers routes, and knows from then on which address answers what. The router itself finds an address by method: to have it
 * know one by every other method would take it thirty routes an address, which was most of the work of a start.
 *
 * @returns which of these addresses is called, by its path alone; null for none, and for one written in another way than ours are
 */
export function knownAddresses(
  app: FastifyInstance,
  register: () => void,
): (request: FastifyRequest) => Known | null {
  const taken = new Map<string, Set<string>>()
  let isRegistering = true
  app.addHook('onRoute', ({ url, method }) => {
    if (!isRegistering) return
    const methods = taken.get(url) ?? new Set()
    for (const one of Array.isArray(method) ? method : [method]) methods.add(one)
    taken.set(url, methods)
  })
  register()
  isRegistering = false

  const known = [...taken].map(([url, methods]) => ({ url, methods: [...methods].sort() }))
  const plain = new Map(known.filter(({ url }) => !url.includes(':')).map(one => [one.url, one]))
  const patterns = known
    .filter(({ url }) => !plain.has(url))
    .map(one => ({ one, pattern: new RegExp(`^${one.url.replaceAll(/:\w+/g, '[^/]*')}$`) }))
  return request => {
    if (!isPlain(request)) return null
    const path = pathOf(request)
    // An address of words alone is meant before one with a place for any word, also by a method that only the other has.
    return plain.get(path) ?? patterns.find(({ pattern }) => pattern.test(path))?.one ?? null
  }
}

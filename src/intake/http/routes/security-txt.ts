import type { FastifyInstance } from 'fastify'

/** RFC 9116 §2.5.5 wants under a year; a month says that the intake that answers is still looked after. */
const GOOD_FOR_MS = 30 * 86_400_000

/** `/.well-known/security.txt` (RFC 9116). Not a file of the build: only the operator knows the contact. */
export function securityTxt(app: FastifyInstance, contact: string, now: () => number): void {
  app.get('/.well-known/security.txt', (_request, reply) => {
    const expires = new Date(now() + GOOD_FOR_MS).toISOString().slice(0, 10)
    return reply
      .type('text/plain; charset=utf-8')
      .send(`Contact: ${contact}\nExpires: ${expires}T00:00:00Z\nPreferred-Languages: da, en\n`)
  })
}

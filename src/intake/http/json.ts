import type { FastifyBodyParser } from 'fastify'

/** What could make an object of another kind of what is parsed, or could write such a name in another way. */
const SUSPECT = ['"__proto__"', '"constructor"', '\\']

/**
 * Parses at once what has nothing suspect in it, which is all that phones and the inbox send: keys, ids and base64url.
 * The careful parser looks at each letter for it, which takes four times as long as parsing, and says what is wrong.
 */
export function quickJson(careful: FastifyBodyParser<string>): FastifyBodyParser<string> {
  return (request, body, done) => {
    const quick = SUSPECT.some(one => body.includes(one)) ? undefined : parsed(body)
    if (quick === undefined) return careful(request, body, done)
    done(null, quick)
  }
}

/** @returns undefined when it is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the careful parser says so in its own words
  }
}

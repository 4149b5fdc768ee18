import { Readable } from 'node:stream'

/** The stream a Node stream is read as by age-encryption. Sound: Node's web streams are the platform's, typed apart. */
export function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  const web: unknown = Readable.toWeb(stream)
  return web as ReadableStream<Uint8Array>
}

/** The stream of age-encryption as a Node stream. */
export function fromWeb(stream: unknown): Readable {
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])
}

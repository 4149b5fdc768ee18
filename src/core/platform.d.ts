// All that `core` may use of the platform besides the language: the same in browsers, workers and Node.
// Anything else (document, fetch, storage, the clock) is a compile or lint error there.
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T }
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label: 'utf-8', options?: { fatal?: boolean })
  decode(bytes: Uint8Array): string
}

import { writeSync } from 'node:fs'
import { openStore, type Where } from '../../../src/intake/store/open-store.ts'
import { at, request } from './builders.ts'

// Run by contract-crash.ts: accepts requests, 16 in flight, and tells each id once its promise has resolved.
const store = await openStore(JSON.parse(process.argv[2] ?? '') as Where)

async function acceptForEver(): Promise<never> {
  for (;;) {
    const post = request()
    await store.acceptRequest(post, at('2026-01-10'))
    // Synchronous, so that nothing is told from a buffer that the kill would have emptied.
    writeSync(1, `${post.id}\n`)
  }
}

await Promise.all(Array.from({ length: 16 }, acceptForEver))

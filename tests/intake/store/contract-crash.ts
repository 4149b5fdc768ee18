import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const loop = fileURLToPath(new URL('accept-loop.ts', import.meta.url))

export function crashContract(newPlace: () => Promise<Place>): void {
  describe('a program that is killed', () => {
    const test = opened(newPlace)

    it('has lost no request it had accepted, and holds each once', { timeout: 60_000 }, async () => {
      const told: string[] = []
      for (const moment of [150, 300, 450]) told.push(...(await acceptUntilKilled(test.place, moment)))
      expect(told.length, 'too few were accepted to show anything').toBeGreaterThan(100)

      const kept = (await test.store.staffRequests()).map(one => one.id)
      expect(new Set(kept).size).toBe(kept.length)
      const there = new Set(kept)
      expect(told.filter(id => !there.has(id))).toEqual([])
    })
  })
}

/** Accepts requests in a program of its own and kills it (SIGKILL) some ms after its first answer; gives the ids it told. */
async function acceptUntilKilled(place: Place, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', loop, JSON.stringify(place.where)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
    out += chunk.toString()
  })
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  // The last line may have been cut by the kill: a whole id ends with a line break.
  return out.split('\n').slice(0, -1)
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { everyRequest } from './builders.ts'
import type { Place } from './harness.ts'
import { opened } from './opened.ts'

const loop = fileURLToPath(new URL('accept-loop.ts', import.meta.url))

export function crashContract(newPlace: () => Promise<Place>): void {
  describe('a program that is killed', () => {
    const test = opened(newPlace)

    it('has lost no request it had accepted, and holds each once', async () => {
      const told: string[] = []
      for (const enough of [20, 75, 150]) told.push(...(await acceptUntilKilled(test.place, enough)))
      expect(told.length).toBeGreaterThanOrEqual(20 + 75 + 150)

      const kept = (await everyRequest(test.store)).map(one => one.id)
      expect(new Set(kept).size).toBe(kept.length)
      const there = new Set(kept)
      expect(told.filter(id => !there.has(id))).toEqual([])
    })
  })
}

/** Accepts requests in a program of its own and kills it (SIGKILL) in the midst of it; gives the ids it told. */
async function acceptUntilKilled(place: Place, enough: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', loop, JSON.stringify(place.where)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (whole(out).length >= enough) child.kill('SIGKILL')
  })
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  return whole(out)
}

/** The last line may have been cut by the kill: a whole id ends with a line break. */
const whole = (out: string): string[] => out.split('\n').slice(0, -1)

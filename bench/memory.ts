import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleServer } from '../src/commands/bundle-server.ts'
import { hangUp, startProcess } from './call.ts'
import { callEveryRoute } from './every-route.ts'

const CALLS = 100_000
const STEPS = 10

/** Memory of the bundled intake, as it is released, over 100,000 calls of every address (goal: flat, under 200 MB). */
export async function measureMemory(site: string): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-memory-'))
  const built = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url)) // beside SQLite's compiled part
  await bundleServer(built, fileURLToPath(new URL('intake-process.ts', import.meta.url)))
  const intake = await startProcess([dir, 'unlimited', site], join(built, 'server.mjs'))
  try {
    console.log('Memory over calls of every address (goal: flat, and under 200 MB)')
    console.log(`just started: ${Math.round(await intake.residentMB())} MB`)
    const all = new Map<string, number>()
    let calls = 0
    for (let step = 0; step < STEPS; step++) {
      const done = await callEveryRoute(intake, CALLS / STEPS)
      calls += done.calls
      for (const [key, count] of done.answers) all.set(key, (all.get(key) ?? 0) + count)
      console.log(`after ${calls} calls: ${Math.round(await intake.residentMB())} MB`)
    }
    console.log([...all].map(([key, count]) => `${key} × ${count}`).join(', '))
  } finally {
    await intake.stop()
    hangUp()
    await rm(dir, { recursive: true, force: true })
    await rm(built, { recursive: true, force: true })
  }
}

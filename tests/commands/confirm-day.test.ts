import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { confirmDay } from '../../src/commands/server/confirm-day.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { at, kept } from '../intake/store/builders.ts'

test('confirm-day takes only the day that the clock says, and lets the intake erase again', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'confirm-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  vi.stubEnv('INTAKE_DATA', dir)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  vi.spyOn(console, 'log').mockReturnValue()
  const heldOn = async (day: string) => {
    const store = await openStore({ dataDir: dir })
    const { heldSince } = await store.sweep(kept, at(day))
    await store.close()
    return heldSince
  }
  expect(await heldOn('2026-01-10')).toBeNull()
  expect(await heldOn('2026-06-01')).toBe('2026-01-10')
  await expect(confirmDay(['2026-06-02'], at('2026-06-01').now)).rejects.toThrow(/clock says 2026-06-01/)
  await expect(confirmDay([], at('2026-06-01').now)).rejects.toThrow(/clock says 2026-06-01/)
  await confirmDay(['2026-06-01'], at('2026-06-01').now)
  expect(await heldOn('2026-06-01')).toBeNull()
})

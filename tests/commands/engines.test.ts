import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { programsOf, runJourneysIn } from '../../src/commands/engines.ts'

const nowhere = {
  name: 'Lynx',
  programs: ['/nowhere/lynx'],
  packages: ['no-such-package'],
  config: 'playwright.nowhere.config.ts',
}

beforeEach(() => {
  vi.stubEnv('CI', '')
  vi.stubEnv('INSTALL_ENGINES', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('an engine that is not here is named with what brings it, and nothing is installed unasked', async () => {
  await expect(programsOf(nowhere)).rejects.toThrow(
    'Lynx is not here. Install it: sudo apt-get install no-such-package',
  )
})

test('an engine that is not here counts as failed, never as nothing', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
  expect(await runJourneysIn(nowhere)).toEqual({ passed: 0, failed: 1 })
  expect(said).toHaveBeenCalledWith(expect.stringContaining('Lynx is not here'))
})

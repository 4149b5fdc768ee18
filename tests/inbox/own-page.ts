import { cleanup } from '@testing-library/preact'
import { afterEach, beforeEach, vi } from 'vitest'

/**
 * Each test has a page of its own: what it reports is thrown and fails the test, and page, clock, calls and stand-ins are
 * gone after it.
 */
export function eachOnItsOwnPage(): void {
  beforeEach(() => {
    // happy-dom has none.
    vi.stubGlobal('reportError', (error: unknown) => {
      throw error
    })
  })
  afterEach(() => {
    cleanup()
    vi.clearAllMocks()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
}

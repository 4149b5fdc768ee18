import { beforeEach, vi } from 'vitest'

const real = globalThis.requestAnimationFrame

// For tests that look at what a page says: what it draws in the frames after the first is there as soon as it is rendered.
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => {
    run(0)
    return 0
  })
})

/** For a test among them that looks at what is drawn when. */
export const framesInTurn = (): void => {
  vi.stubGlobal('requestAnimationFrame', real)
}

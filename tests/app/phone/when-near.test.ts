// In a document
import { beforeEach, expect, test, vi } from 'vitest'
import { whenNear } from '../../../src/app/phone/when-near.ts'

/** Tells what is asked of it whether a place is near, when the test says so. */
class Observer {
  static last: Observer | null = null
  place: Element | null = null
  readonly tell: (near: boolean) => void
  constructor(told: (entries: { isIntersecting: boolean }[]) => void) {
    this.tell = near => {
      if (this.place) told([{ isIntersecting: near }])
    }
    Observer.last = this
  }
  observe(place: Element): void {
    this.place = place
  }
  disconnect(): void {
    this.place = null
  }
}

const place = (): Element => document.body.appendChild(document.createElement('div'))

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Observer)
})

test('what comes near is done once, and not before', () => {
  const act = vi.fn()
  whenNear(place(), act)
  Observer.last?.tell(false)
  expect(act).not.toHaveBeenCalled()
  Observer.last?.tell(true)
  Observer.last?.tell(true)
  dispatchEvent(new Event('focusin'))
  expect(act).toHaveBeenCalledTimes(1)
})

test('who works with the keyboard does not pass it by', () => {
  const act = vi.fn()
  whenNear(place(), act)
  dispatchEvent(new Event('focusin'))
  Observer.last?.tell(true)
  expect(act).toHaveBeenCalledTimes(1)
})

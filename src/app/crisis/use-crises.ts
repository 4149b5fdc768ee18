import { useEffect, useState } from 'preact/hooks'
import type { crisesIn as CrisesIn } from '../../core/request/crisis.ts'
import { whenIdle } from '../phone/when-idle.ts'
import { inPieces } from './in-pieces.ts'

// The words of a crisis are a large file, needed first where one writes: fetched and made ready before that.
let crisesIn: typeof CrisesIn | null = null
let coming: Promise<void> | null = null

/** Fetches the look-out for signs of crisis and makes it ready, a little at a time. */
function prepare(): Promise<void> {
  coming ??= import('../../core/request/crisis.ts').then(
    found => {
      crisesIn = found.crisesIn
      inPieces(found.crisisWarmUps)
    },
    (error: unknown) => {
      coming = null // asked for again with the next letter
      throw error
    },
  )
  return coming
}

/** Makes it ready before the screen on which one writes, but not before the first question answers. */
export function useCrisisReady(): void {
  useEffect(() => {
    whenIdle(() => {
      prepare().catch(() => {
        // Asked for again when there is a text.
      })
    })
  }, [])
}

/** The signs of crisis in a text; none as long as the look-out is not there. */
export function useCrises(text: string): ReturnType<typeof CrisesIn> {
  const [, setReady] = useState(crisesIn !== null)
  useEffect(() => {
    if (text === '' || crisesIn) return
    prepare().then(
      () => {
        setReady(true)
      },
      () => undefined, // no network and nothing kept: the next letter asks again
    )
  }, [text])
  return text === '' ? [] : (crisesIn?.(text) ?? [])
}

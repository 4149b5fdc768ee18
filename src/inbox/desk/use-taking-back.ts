import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { UNDO, type TakingBack, type Undoable } from '../shared/taking-back.ts'
import { useSending } from '../shared/use-sending.ts'

/** What was done last, and where. */
type Done = {
  readonly act: Undoable
  readonly place: unknown
  /** Whether the member has left that place, even when they are there again. */
  readonly hasLeft: boolean
  /** Counts up with each try that failed: ten seconds more. */
  readonly tries: number
  readonly stage: 'can' | 'busy' | 'over' | 'back'
  readonly back: string
}

/**
 * Holds what was done last for ten seconds, so that it can be taken back from wherever the member has gone to meanwhile. It
 * lives and goes with the desk: locked, nothing is left of it.
 * @param place where the member is: another one each time they go
 */
export function useTakingBack(place: unknown): TakingBack {
  const [done, setDone] = useState<Done | null>(null)
  const sending = useSending<() => Promise<string>>()
  const placeRef = useRef(place)
  placeRef.current = place
  const sendingRef = useRef(sending)
  sendingRef.current = sending
  const { act, stage, tries } = done ?? {}

  useEffect(() => {
    if (act === undefined || stage !== 'can') return
    const timer = setTimeout(() => {
      setDone(now => (now?.act === act && now.stage === 'can' ? { ...now, stage: 'over' } : now))
    }, UNDO)
    return () => {
      clearTimeout(timer)
    }
  }, [act, stage, tries])

  // What is over is said where it was said before, and nowhere else.
  useEffect(() => {
    setDone(now => {
      if (now === null || now.stage === 'over' || now.stage === 'back') return null
      return now.place === place ? now : { ...now, hasLeft: true }
    })
  }, [place])

  const ways = useMemo(
    () => ({
      did: (made: Undoable) => {
        sendingRef.current.settle()
        setDone({ act: made, place: placeRef.current, hasLeft: false, tries: 0, stage: 'can', back: '' })
      },
      forget: (id: string) => {
        setDone(now => (now?.act.at?.id === id ? null : now))
      },
    }),
    [],
  )
  const takeBack = async (): Promise<string | null> => {
    if (done?.stage !== 'can') return null
    const set = (next: Partial<Done>): void => {
      setDone(now => (now?.act === done.act ? { ...now, ...next } : now))
    }
    set({ stage: 'busy' })
    let said = ''
    const hasArrived = await sending.run(
      // Sent again, it is the same that was prepared for this act.
      done.act.said,
      () => done.act.prepare(),
      async send => {
        said = await send()
      },
    )
    set(hasArrived ? { stage: 'back', back: said } : { stage: 'can', tries: done.tries + 1 })
    return hasArrived ? said : null
  }
  return {
    ...ways,
    last: done?.act ?? null,
    isElsewhere: done !== null && (done.act.at === null || done.hasLeft || done.place !== place),
    can: done?.stage === 'can',
    busy: done?.stage === 'busy',
    failed: done === null ? null : sending.failed,
    back: done?.back ?? '',
    takeBack,
  }
}

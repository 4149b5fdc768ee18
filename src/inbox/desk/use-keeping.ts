import { useEffect } from 'preact/hooks'
import { keep } from '../session/kept.ts'
import { keepHere } from '../session/kept-here.ts'
import type { Session } from '../session/session.ts'
import { holdsWords } from '../shared/drafts.ts'
import { writeMemory, type DeskMemory } from './desk-memory.ts'

/** Milliseconds between two looks at what is half-written. */
const LOOK_EVERY = 1_000

/** Keeps what a member is in the middle of in this tab, sealed to them, so that F5 does not lose it. */
export function useKeeping(
  signedIn: { readonly session: Session; readonly memory: DeskMemory } | null,
): void {
  useEffect(() => {
    if (!signedIn) return
    const { session, memory } = signedIn
    const state = { last: '', gone: false }
    const look = (): void => {
      const text = writeMemory(memory)
      if (text === state.last) return
      state.last = text
      keep(session.keptKey, text)
        .then(kept => {
          // Sealing takes a moment: what was signed out meanwhile is not brought back.
          if (state.gone || state.last !== text) return
          keepHere(session.member, { kept, holdsWords: holdsWords(memory.drafts) })
        })
        .catch(reportError)
    }
    const timer = setInterval(look, LOOK_EVERY)
    document.addEventListener('visibilitychange', look)
    return () => {
      state.gone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [signedIn])
}

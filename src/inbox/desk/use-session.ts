import { useEffect, useRef, useState } from 'preact/hooks'
import { holdsWords } from '../shared/drafts.ts'
import { keep, unkeep, type Kept } from '../session/kept.ts'
import { forgetHere, keptHere } from '../session/kept-here.ts'
import { closeSession, type Session } from '../session/session.ts'
import { useIdle } from '../session/use-idle.ts'
import { useKeeping } from './use-keeping.ts'
import { newMemory, readMemory, writeMemory, type DeskMemory } from './desk-memory.ts'

/** Why nobody is signed in: the desk locked itself, or the intake ended the session. */
type Why = 'locked' | 'ended'
type Away = { readonly why: Why; readonly holdsWords: boolean; readonly kept: Promise<Kept> }

/**
 * Who is signed in, and what becomes of their half-written words. When the desk locks or the session ends, keys and opened
 * texts are dropped; the words stay sealed to the member until the same member unlocks, and are gone for anybody else. So
 * they do when the page is loaded again.
 */
export function useSession(): {
  session: Session | null
  memory: DeskMemory
  away: Away | null
  onSession: (opened: Session) => Promise<void>
  onSignOut: () => void
  onEnded: () => void
  onOlder: (session: Session) => void
} {
  const [signedIn, setSignedIn] = useState<{ session: Session; memory: DeskMemory } | null>(null)
  const [away, setAway] = useState<Away | null>(null)
  // From before F5; for the member who signs in first.
  const [reloaded, setReloaded] = useState(keptHere)
  useKeeping(signedIn)
  const leave = (why: Why): void => {
    if (!signedIn) return
    const { session, memory } = signedIn
    const kept = keep(session.keptKey, writeMemory(memory))
    setAway({ why, holdsWords: holdsWords(memory.drafts), kept })
    setSignedIn(null)
  }
  useIdle(signedIn !== null, () => {
    leave('locked')
  })
  const unsaid = useRef<() => boolean>(() => false)
  unsaid.current = () => (signedIn ? holdsWords(signedIn.memory.drafts) : away?.holdsWords === true)
  useEffect(() => {
    // The words are in this page's memory only: what is closed is gone.
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (unsaid.current()) event.preventDefault()
    }
    addEventListener('beforeunload', onLeave)
    return () => {
      removeEventListener('beforeunload', onLeave)
    }
  }, [])

  return {
    session: signedIn?.session ?? null,
    memory: signedIn?.memory ?? newMemory(),
    away,
    onSession: async opened => {
      const kept = away ? await away.kept : reloaded
      const text = kept && (await unkeep(opened.keptKey, kept))
      setReloaded(null)
      setSignedIn({ session: opened, memory: text === null ? newMemory() : readMemory(text) })
      setAway(null)
    },
    onSignOut: () => {
      // The keys are forgotten at once, whether or not the intake can be told.
      setSignedIn(null)
      setAway(null)
      forgetHere()
      closeSession().catch(() => undefined)
    },
    onEnded: () => {
      leave('ended')
    },
    onOlder: session => {
      setSignedIn(now => now && { ...now, session })
    },
  }
}

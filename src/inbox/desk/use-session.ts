import { useEffect, useRef, useState } from 'preact/hooks'
import { holdsWords } from '../shared/drafts.ts'
import { noteCopying } from '../shared/copied.ts'
import { inOwnTask } from '../shared/own-task.ts'
import { keep, unkeep, type Kept } from '../session/kept.ts'
import { forgetHere, keepHere, keptHere } from '../session/kept-here.ts'
import { isDeskElsewhere, noteDesk } from '../session/other-desks.ts'
import { closeSession, closeSessionHere, type Session } from '../session/session.ts'
import { useIdle } from '../session/use-idle.ts'
import { useKeeping } from './use-keeping.ts'
import { newMemory, readMemory, writeMemory, type DeskMemory } from './desk-memory.ts'

/** Why nobody is signed in: the desk locked itself, its member did, or the intake ended the session. */
type Why = 'locked' | 'left' | 'ended'
/** What a member has left, sealed to them; sealing takes a moment. */
type LeftOpen = { readonly kept: Promise<Kept>; readonly holdsWords: boolean }

/** What lay in this tab before F5. */
const fromBefore = (): Map<string, LeftOpen> =>
  new Map(Array.from(keptHere(), ([member, left]) => [member, { ...left, kept: Promise.resolve(left.kept) }]))

/**
 * Before a desk goes: a field that has the focus when it is taken out lets the browser reckon the styles of all that is about to
 * go after it.
 */
function dropFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/**
 * A locked desk leaves no session in the browser, which would let the next one who sits down there act in the member's name for
 * half an hour. A desk that locks itself leaves it to another window that is still worked in. Where the intake cannot be told,
 * the session runs out by itself.
 */
function endHere(why: 'locked' | 'left'): void {
  const isWanted = why === 'locked' ? isDeskElsewhere() : Promise.resolve(false)
  // Beside the page that goes, which must not wait for it.
  inOwnTask(() => {
    isWanted.then(async wanted => (wanted ? undefined : closeSessionHere())).catch(reportError)
  }, true)
}

/**
 * Who is signed in, and what becomes of their half-written words. When the desk locks or the session ends, keys and opened
 * texts are dropped; the words stay, sealed to the member who wrote them, until that member unlocks. So they do when the page
 * is loaded again, and while somebody else works at the desk, who neither sees nor loses them.
 */
export function useSession(): {
  session: Session | null
  memory: DeskMemory
  /** Why the desk is shut; null when nobody was signed in before, or has signed out. */
  away: Why | null
  /** Whether words of anybody lie here, sealed. */
  isWordsKept: boolean
  onSession: (opened: Session) => Promise<void>
  onSignOut: () => void
  onLock: () => void
  onEnded: () => void
  onOlder: (session: Session) => void
} {
  const [signedIn, setSignedIn] = useState<{ session: Session; memory: DeskMemory } | null>(null)
  const [away, setAway] = useState<Why | null>(null)
  // By the member's public key: a desk may be left open by more than one.
  const [left] = useState(fromBefore)
  const isWordsKept = [...left.values()].some(one => one.holdsWords)
  useKeeping(signedIn)
  const now = useRef(signedIn)
  now.current = signedIn
  const leave = (why: Why): void => {
    // What comes late to a desk that is shut must not sign out the next member.
    if (!signedIn || now.current?.memory !== signedIn.memory) return
    dropFocus()
    const { session, memory } = signedIn
    const mine = { kept: keep(session.keptKey, writeMemory(memory)), holdsWords: holdsWords(memory.drafts) }
    left.set(session.member, mine)
    mine.kept
      .then(kept => {
        keepHere(session.member, { ...mine, kept })
      })
      .catch(reportError)
    setAway(why)
    setSignedIn(null)
    if (why !== 'ended') endHere(why)
  }
  const isOpen = signedIn !== null
  useEffect(() => (isOpen ? noteDesk() : undefined), [isOpen])
  useEffect(() => (isOpen ? noteCopying() : undefined), [isOpen])
  useIdle(isOpen, () => {
    leave('locked')
  })
  const unsaid = useRef<() => boolean>(() => false)
  unsaid.current = () => isWordsKept || (signedIn !== null && holdsWords(signedIn.memory.drafts))
  useEffect(() => {
    // The words are in this tab only: what is closed is gone.
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
    isWordsKept,
    onSession: async opened => {
      const kept = await left.get(opened.member)?.kept
      const text = kept ? await unkeep(opened.keptKey, kept) : null
      left.delete(opened.member)
      setSignedIn({ session: opened, memory: text === null ? newMemory() : readMemory(text) })
      setAway(null)
    },
    onSignOut: () => {
      // The keys are forgotten at once, whether or not the intake can be told.
      dropFocus()
      setSignedIn(null)
      setAway(null)
      if (signedIn) forgetHere(signedIn.session.member)
      // Beside the page that goes, which must not wait for it.
      inOwnTask(() => {
        closeSession().catch(reportError)
      }, true)
    },
    onLock: () => {
      leave('left')
    },
    onEnded: () => {
      leave('ended')
    },
    onOlder: session => {
      setSignedIn(now => now && { ...now, session })
    },
  }
}

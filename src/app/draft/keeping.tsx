import type { JSX } from 'preact'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import { Notice } from '../../ui/index.ts'
import type { Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { onTakenBack, seen, standings } from '../outbox/outbox.ts'
import type { TakenBack } from '../outbox/types.ts'
import type { Draft } from './content.ts'
import { takenUp } from './take-up.ts'
import { useKeptDraft } from './use-kept-draft.ts'

export { Notices } from '../offline/notices.tsx'

/** What the page's answers and its receipt have to do with what is kept. */
export type Kept = {
  readonly draft: Draft
  readonly receipt: Receipt | null
  /** Whether something is being written or chosen, in the check too: none of it is left lying open. */
  readonly answering: boolean
  /** Takes what the tab had put away: its answers, and its receipt as it stands now. */
  readonly bring: (found: Draft) => void
  readonly forgetAnswers: () => void
  /** Hears whether the tab has them. */
  readonly onKept: (kept: boolean) => void
  /** A message that was taken back here or in another window. */
  readonly takenBack: (id: string, state: TakenBack) => void
}

/**
 * Keeps answers under way and an unsaved receipt for as long as it is on the page. Shows nothing, but where the phone takes
 * long to bring what was put away.
 */
export function Keeping({
  draft,
  receipt,
  answering,
  bring,
  forgetAnswers,
  onKept,
  takenBack,
}: Kept): JSX.Element | null {
  const { t } = useCopy()
  const latest = useRef(bring)
  latest.current = bring
  const found = useCallback(async ({ answers, receipt }: Draft) => {
    latest.current({ answers, receipt: receipt && (await asItStands(receipt)) })
  }, [])
  const { kept, slow, has } = useKeptDraft(draft, found, forgetAnswers, answering)
  useEffect(() => {
    onKept(kept)
  }, [kept, onKept])
  useEffect(() => onTakenBack(takenBack), [takenBack])
  useNoteDropped(receipt, has)
  return slow ? (
    <Notice tone="info" live>
      <p>{t('offline:draftSlow')}</p>
    </Notice>
  ) : null
}

/**
 * The note that a request has arrived goes when the receipt says so and can be lost no more: its code is saved, or the tab
 * has it as it stands now. Until then the note alone would tell the next start. A page nobody looks at leaves it too.
 */
function useNoteDropped(receipt: Receipt | null, has: Draft | null): void {
  const isKept = has?.receipt?.state === 'sent' && has.receipt.id === receipt?.id
  const told = receipt?.state === 'sent' && (receipt.saved || isKept) ? receipt.id : null
  useEffect(() => {
    if (told === null) return undefined
    const drop = (): void => {
      if (document.visibilityState === 'visible') seen(told).catch(reportError)
    }
    drop()
    document.addEventListener('visibilitychange', drop)
    return () => {
      document.removeEventListener('visibilitychange', drop)
    }
  }, [told])
}

const asItStands = async (receipt: Receipt): Promise<Receipt> => takenUp(receipt, await standings())

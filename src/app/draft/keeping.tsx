import type { JSX } from 'preact'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import { Notice } from '../../ui/index.ts'
import type { Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { onTakenBack, standings } from '../outbox/outbox.ts'
import type { TakenBack } from '../outbox/types.ts'
import type { Draft } from './content.ts'
import { takenUp } from './take-up.ts'
import { useKeptDraft } from './use-kept-draft.ts'

export { Notices } from '../offline/notices.tsx'

/** What the page's answers and its receipt have to do with what is kept. */
export type Kept = {
  readonly draft: Draft
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
export function Keeping({ draft, bring, forgetAnswers, onKept, takenBack }: Kept): JSX.Element | null {
  const { t } = useCopy()
  const latest = useRef(bring)
  latest.current = bring
  const found = useCallback(async ({ answers, receipt }: Draft) => {
    latest.current({ answers, receipt: receipt && (await asItStands(receipt)) })
  }, [])
  const { kept, slow } = useKeptDraft(draft, found, forgetAnswers)
  useEffect(() => {
    onKept(kept)
  }, [kept, onKept])
  useEffect(() => onTakenBack(takenBack), [takenBack])
  return slow ? (
    <Notice tone="info" live>
      <p>{t('offline:draftSlow')}</p>
    </Notice>
  ) : null
}

const asItStands = async (receipt: Receipt): Promise<Receipt> => takenUp(receipt, await standings())

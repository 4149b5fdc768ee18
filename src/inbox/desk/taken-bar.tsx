import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { Button } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { TakingBackContext } from '../shared/taking-back.ts'
import { useUndoFocus } from '../shared/use-undo-focus.ts'

/** What was done last, to whom, and the way to take it back: over whatever the member has gone to. */
export function TakenBar(): JSX.Element {
  const { t } = useCopy()
  const { last, isElsewhere, can, busy, failed, back, takeBack } = useContext(TakingBackContext)
  const shown = isElsewhere ? last : null
  const hasButton = shown !== null && (can || busy)
  const { said, onFocusIn } = useUndoFocus(hasButton)
  return (
    <div class="taken" onFocusIn={onFocusIn}>
      {/* There before its words come: a status that comes with them is not read out. */}
      <div class="said" role="status" tabIndex={-1} ref={said}>
        {shown && (failed ? sentenceFor(failed, t) : back || shown.said)}
      </div>
      {hasButton && (
        <Button
          kind="quiet"
          data-undo=""
          busy={busy}
          busyLabel={t('detail.stateSaving')}
          onClick={() => {
            takeBack().catch(reportError)
          }}
        >
          {t('close.undo')}
        </Button>
      )}
    </div>
  )
}

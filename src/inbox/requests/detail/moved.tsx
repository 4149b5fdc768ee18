import type { JSX } from 'preact'
import { Actions, Button } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { useUndoFocus } from '../../shared/use-undo-focus.ts'
import { useWayBack } from '../way-back.ts'
import { NextRequest } from './next-request.tsx'
import type { Moving } from './use-moving.ts'

/** That it was moved on, the way to take that back, and where to go now. */
export function Moved(props: {
  readonly moving: Moving
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { t } = useCopy()
  const { onOpen } = useDesk()
  const wayBack = useWayBack()
  const { moving, next } = props
  const { said, onFocusIn } = useUndoFocus(moving.undo !== null)
  return (
    <div onFocusIn={onFocusIn}>
      <div class="said" role="status" tabIndex={-1} ref={said}>
        {moving.failed ? sentenceFor(moving.failed, t) : moving.said}
      </div>
      {moving.said !== '' && (
        <Actions>
          {moving.undo && (
            <Button kind="quiet" data-undo="" onClick={moving.undo}>
              {t('close.undo')}
            </Button>
          )}
          <NextRequest next={next} />
          <Button
            kind="quiet"
            onClick={() => {
              onOpen(null)
            }}
          >
            {wayBack}
          </Button>
        </Actions>
      )}
    </div>
  )
}

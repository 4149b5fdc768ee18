import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Actions, Button } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { sentenceFor } from '../../shared/failure-words.ts'
import { useWayBack } from '../way-back.ts'
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
  const saidRef = useRef<HTMLDivElement>(null)
  const canUndo = moving.undo !== null
  /** Whether what had the focus last was the way to take it back: once that is gone, the document no longer tells. */
  const wasOnUndo = useRef(false)
  useEffect(() => {
    if (canUndo || !wasOnUndo.current) return
    wasOnUndo.current = false
    // It was pressed, or the ten seconds are over: the focus shall not fall to the top of the document with the button.
    if (document.activeElement === document.body) saidRef.current?.focus()
  }, [canUndo])
  return (
    <div
      onFocusIn={event => {
        wasOnUndo.current = event.target instanceof HTMLElement && 'undo' in event.target.dataset
      }}
    >
      <div class="said" role="status" tabIndex={-1} ref={saidRef}>
        {moving.failed ? sentenceFor(moving.failed, t) : moving.said}
      </div>
      {moving.said !== '' && (
        <Actions>
          {moving.undo && (
            <Button kind="quiet" data-undo="" onClick={moving.undo}>
              {t('close.undo')}
            </Button>
          )}
          {next && (
            <Button
              kind="quiet"
              onClick={() => {
                onOpen(next.stored.id)
              }}
            >
              {t('detail.next')}
            </Button>
          )}
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

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Confirm } from '../../../ui/index.ts'
import { asText } from '../../model/as-text.ts'
import type { Row } from '../../model/as-rows.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { useCopy } from '../../shared/copy.ts'
import { Moved } from './moved.tsx'
import { useMoving } from './use-moving.ts'

/** Copies a request for the case system, asks whether it has been put in there, and with a yes it is handed over. */
export function HandOver(props: {
  readonly opened: Readable
  readonly rows: readonly Row[]
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { t, lang } = useCopy()
  const { session } = useDesk()
  const { opened, rows } = props
  const [asking, setAsking] = useState(false)
  const moving = useMoving(opened, 'hand-over')
  const canMove = opened.stored.state !== 'handed-over' && opened.stored.state !== 'junk'
  return (
    <div class="hand-over flow">
      <CopyButton
        label={t('detail.copy')}
        copied={t('detail.copied')}
        text={() => asText(opened, rows, session, t, lang)}
        onGiven={() => {
          setAsking(canMove)
        }}
      />
      {asking && canMove && (
        <Confirm
          asking
          label={t('state.handed-over')}
          question={t('handOver.ask')}
          answers={
            <>
              <Button
                kind="quiet"
                busy={moving.busy}
                busyLabel={t('detail.stateSaving')}
                onClick={() => {
                  moving
                    .move('handed-over')
                    .then(done => {
                      if (done) setAsking(false)
                    })
                    .catch(reportError)
                }}
              >
                {t('handOver.yes')}
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  setAsking(false)
                }}
              >
                {t('handOver.no')}
              </Button>
            </>
          }
        >
          {null}
        </Confirm>
      )}
      <Moved moving={moving} next={props.next} />
    </div>
  )
}

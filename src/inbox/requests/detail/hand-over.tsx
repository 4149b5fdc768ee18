import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { Button, Confirm } from '../../../ui/index.ts'
import { dayAndTime } from '../../../core/calendar/times.ts'
import { asText } from '../../model/as-text.ts'
import { bookedBy } from '../../model/groups.ts'
import type { Row } from '../../model/as-rows.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { call } from '../../shared/api.ts'
import { noteCopied } from '../../shared/copied.ts'
import { useCopy } from '../../shared/copy.ts'
import { DraftsContext, stateKey } from '../../shared/drafts.ts'
import { useFocusOn } from '../../shared/use-focus-on.ts'
import { Moved } from './moved.tsx'
import { useMoving } from './use-moving.ts'

/** Copies a request for the case system, asks whether it has been put in there, and with a yes it is handed over. */
export function HandOver(props: {
  readonly opened: Readable
  readonly rows: readonly Row[]
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { t, lang } = useCopy()
  const { session, slots, today } = useDesk()
  const drafts = useContext(DraftsContext)
  const { opened, rows } = props
  const [asking, setAsking] = useState(false)
  /** Where the focus goes: what was pressed last is gone, or a question has come. Not away from a text that is copied by hand. */
  const [to, setTo] = useState<string | null>(null)
  const place = useFocusOn<HTMLDivElement>(to)
  const { id } = opened.stored
  const moving = useMoving(opened, 'hand-over')
  const [booked] = bookedBy(opened, slots, today)
  const canMove = opened.stored.state !== 'handed-over' && opened.stored.state !== 'junk'
  return (
    <div class="hand-over flow" ref={place}>
      <CopyButton
        label={t('detail.copy')}
        copied={t('detail.copied')}
        text={() => asText(opened, rows, session, t, lang)}
        onGiven={byHand => {
          noteCopied()
          // For the log: the copy is made, whether or not the intake can be reached.
          call('exported', { id }).catch(() => undefined)
          setAsking(canMove)
          setTo(canMove && !byHand ? '[data-question]' : null)
        }}
      />
      {asking && canMove && (
        <Confirm
          asking
          label={t('state.handed-over')}
          question={[
            t('handOver.ask'),
            ...(booked ? [t('handOver.booked', { when: dayAndTime(booked.date, lang) })] : []),
          ].join(' ')}
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
                      if (!done) return
                      setAsking(false)
                      setTo('[role=status].said')
                      // A state that was chosen and not saved is not what becomes of it any more.
                      drafts.delete(stateKey(id))
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
                  setTo('button')
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

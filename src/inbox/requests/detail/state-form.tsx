import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { mayMove, requestState } from '../../../core/contract/index.ts'
import { dayAndTime, dayInYear } from '../../../core/calendar/times.ts'
import { Button, Confirm, Form, RadioGroup } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import { bookedBy } from '../../model/groups.ts'
import { keptUntil } from '../../model/kept-until.ts'
import type { OpenedRequest, Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { stateKey, useDraft } from '../../shared/drafts.ts'
import { today } from '../../shared/today.ts'
import { useReason } from '../about/use-reason.tsx'
import { Moved } from './moved.tsx'
import { useMoving } from './use-moving.ts'

/** Why a request is closed. */
const REASONS = ['helped', 'elsewhere', 'no-contact', 'no-wish', 'other'] as const

/** Where a request stands; saved, it leads on to the next one. */
export function StateForm({
  opened,
  next,
}: {
  readonly opened: Readable
  readonly next: OpenedRequest | undefined
}): JSX.Element {
  const { t, lang } = useCopy()
  const { slots } = useDesk()
  const { id, state: before } = opened.stored
  // Kept like words: chosen here, it is still chosen after a look at the case system.
  const [chosen, setChosen] = useDraft(stateKey(id))
  // Only what the intake will take: junk is opened again or closed, and nothing else.
  const options = requestState.options.filter(
    value => value !== 'new' && value !== 'junk' && (value === before || mayMove(before, value)),
  )
  const unchosen = before === 'new' ? 'opened' : before
  const state = options.find(value => value === chosen) ?? unchosen
  const why = useReason(
    'reason',
    REASONS.map(value => ({ value, label: t(`close.reasons.${value}`) })),
  )
  const [asking, setAsking] = useState(false)
  const moving = useMoving(opened, 'state')
  const isClosing = state === 'closed' && before !== 'closed'
  const [booked] = bookedBy(opened, slots, today())

  const save = async (): Promise<void> => {
    setAsking(false)
    if (await moving.move(state, isClosing ? why.note : undefined)) {
      setChosen(undefined)
      why.forget()
    }
  }
  const submit = (): void => {
    if (isClosing && !why.isGiven()) return
    if (isClosing && booked) setAsking(true)
    else save().catch(reportError)
  }
  return (
    <Form onSubmit={submit}>
      <RadioGroup
        name="state"
        legend={t('detail.stateLegend')}
        options={options.map(value => ({ value, label: t(`state.${value}`) }))}
        value={state === 'junk' ? undefined : state}
        onChange={value => {
          // Back at where it stands nothing is left to save.
          setChosen(value === unchosen ? undefined : value)
          moving.forget()
          setAsking(false)
        }}
      />
      {isClosing && why.ask()}
      <KeptUntil opened={opened} />
      <Confirm
        asking={asking && booked !== undefined}
        label={t('detail.stateSave')}
        question={booked ? t('detail.closeBooked', { when: dayAndTime(booked.date, lang) }) : ''}
        answers={
          <>
            <Button
              kind="quiet"
              onClick={() => {
                save().catch(reportError)
              }}
            >
              {t('detail.closeAnyway')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(false)
              }}
            >
              {t('detail.closeNot')}
            </Button>
          </>
        }
      >
        <Button type="submit" data-asks="" busy={moving.busy} busyLabel={t('detail.stateSaving')}>
          {t('detail.stateSave')}
        </Button>
      </Confirm>
      <Moved moving={moving} next={next} />
    </Form>
  )
}

/** What will be erased, and when. */
function KeptUntil({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t, lang } = useCopy()
  const kept = keptUntil(opened)
  if (kept === null) return <p class="hint">{t('kept.waits')}</p>
  return <p class="hint">{t(kept.exact ? 'kept.junk' : 'kept.until', { day: dayInYear(kept.day, lang) })}</p>
}

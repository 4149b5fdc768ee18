import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dayAndTime } from '../../core/calendar/times.ts'
import type { StaffSlot } from '../../core/contract/index.ts'
import { Button, Confirm } from '../../ui/index.ts'
import { useDesk } from '../model/desk.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { IntakeError } from '../shared/failure.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { useSending } from '../shared/use-sending.ts'
import { nameOfSlot } from './cancel.ts'
import { seriesOf } from './series.ts'
import { seriesWords } from './series-words.ts'

/** The most that the contract takes at once (`slotsDelete`). */
const MOST = 100

/** Takes a free time away; one of a series alone or with those that follow it, in one act and after a question. */
export function Withdraw(props: {
  readonly slot: StaffSlot
  readonly date: StaffSlot['dates'][number]
  readonly onDone: (said: string) => void
  /** The buttons beside it. */
  readonly children: JSX.Element
}): JSX.Element {
  const { t, lang } = useCopy()
  const { slot, date } = props
  const { slots, again } = useDesk()
  const [asking, setAsking] = useState(false)
  // Looked for when it is asked about: each row would look through all times otherwise.
  const series = asking ? seriesOf(slot, slots).slice(0, MOST) : []
  const sending = useSending<readonly string[]>()
  const when = dayAndTime(date, lang)
  const withdraw = async (those: readonly StaffSlot[]): Promise<void> => {
    const ids = those.map(({ id }) => id)
    const done = await sending.run(
      ids.join(' '),
      () => ids,
      ready =>
        call('withdrawSlots', { body: { ids: ready } }).catch((error: unknown) => {
          // Somebody was quick: the row has to show who has it now.
          if (error instanceof IntakeError && error.problem === 'slot-booked') again()
          throw error
        }),
    )
    if (!done) return
    props.onDone(
      those.length > 1
        ? t('slots.withdrawnSeries', { count: those.length })
        : t('slots.withdrawn', { when: nameOfSlot(slot, date, t, lang) }),
    )
  }
  const answer = (label: string, those: readonly StaffSlot[]): JSX.Element => (
    <Button
      kind="quiet"
      busy={sending.busy}
      busyLabel={t('slots.withdrawing')}
      onClick={() => {
        withdraw(those).catch(reportError)
      }}
    >
      {label}
    </Button>
  )
  return (
    <>
      <Confirm
        asking={asking}
        label={when}
        question={[
          t('slots.withdrawAsk', { when }),
          ...(series.length > 1 ? [seriesWords(series, t, lang)] : []),
        ].join(' ')}
        answers={
          <>
            {answer(t('slots.withdrawOne'), [slot])}
            {series.length > 1 && answer(t('slots.withdrawSeries', { count: series.length }), series)}
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(false)
              }}
            >
              {t('slots.withdrawNo')}
            </Button>
          </>
        }
      >
        {props.children}
        <Button
          kind="quiet"
          data-asks=""
          onClick={() => {
            setAsking(true)
          }}
        >
          {t(slot.dates.length > 1 ? 'slots.withdrawCourse' : 'slots.withdraw')}
          <span class="visually-hidden"> {when}</span>
        </Button>
      </Confirm>
      <span role="status">
        {sending.failed &&
          (sending.failed === 'slot-booked' ? t('slots.booked') : sentenceFor(sending.failed, t))}
      </span>
    </>
  )
}

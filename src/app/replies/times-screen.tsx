import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Booking, SlotKind } from '../../core/contract/index.ts'
import { dayAndTime } from '../../core/calendar/times.ts'
import {
  Actions,
  BackLink,
  Box,
  Button,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  RadioGroup,
  useSubmit,
} from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { SlotPicker } from '../slots/slot-picker.tsx'
import { useShownFromTop } from '../flow/show-from-top.ts'
import { useSlots, type Slots } from '../slots/use-slots.ts'
import { bookable, left, slotKinds, youthTalks } from './kinds.ts'
import { book, type Mailbox } from './mailbox.ts'
import { UsedUp } from './used-up.tsx'
import { uuid } from '../phone/uuid.ts'

type NotBooked = 'taken' | 'noneLeft' | 'unreachable' | 'failed'

type Props = {
  readonly mailbox: Mailbox
  /** The time to be moved; null to book one more. */
  readonly moving: Booking | null
  readonly onBack: () => void
  /** A time was got: `said` is the sentence for it. */
  readonly onBooked: (said: string) => void
  readonly onNoneLeft: () => void
}

/** Book a time, or move one: up to three wishes, and the first free one is given. */
export function TimesScreen(props: Props): JSX.Element {
  const { t } = useCopy()
  const { mailbox, moving } = props
  const can = bookable(mailbox)
  // Settled when the screen opens: a refusal must not change what it asks.
  const [kind, setKind] = useState<SlotKind | null>(
    () => moving?.kind ?? (can.length === 1 ? (can[0] ?? null) : null),
  )
  useShownFromTop(kind)
  return (
    <>
      <BackLink onClick={props.onBack}>{t('common:back')}</BackLink>
      {kind === null ? (
        <WhichKind kinds={can} onChosen={setKind} />
      ) : (
        <PickTime key={kind} {...props} kind={kind} />
      )}
    </>
  )
}

function WhichKind(props: {
  readonly kinds: readonly SlotKind[]
  readonly onChosen: (kind: SlotKind) => void
}): JSX.Element {
  const { t } = useCopy()
  const [kind, setKind] = useState<SlotKind | undefined>(undefined)
  const [attempt, setAttempt] = useState(0)
  const error = attempt > 0 && kind === undefined ? t('replies:book.whichMissing') : undefined
  return (
    <>
      <ErrorSummary
        title={t('request:errors.title')}
        errors={error === undefined ? [] : [{ name: 'kind', text: error }]}
        attempt={attempt}
      />
      <Form
        onSubmit={() => {
          setAttempt(n => n + 1)
          if (kind !== undefined) props.onChosen(kind)
        }}
      >
        <RadioGroup
          name="kind"
          legend={t('replies:book.which')}
          legendIsHeading
          error={error}
          options={slotKinds
            .filter(value => props.kinds.includes(value))
            .map(value => ({ value, label: t(`replies:times.kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <p>
          <Button type="submit">{t('replies:book.next')}</Button>
        </p>
      </Form>
    </>
  )
}

function PickTime(props: Props & { readonly kind: SlotKind }): JSX.Element {
  const { t, lang } = useCopy()
  const { mailbox, moving, kind } = props
  const { slots, again } = useSlots(kind)
  const [slotIds, setSlotIds] = useState<readonly string[]>([])
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<NotBooked | null>(null)
  /** The same wishes tried again are the same booking: a lost answer must not book twice. */
  const triedRef = useRef<{ id: string; wishes: string } | null>(null)
  const free = withoutHeld(slots, mailbox)
  const isLast = kind === 'youth-talk' && moving === null && left(mailbox, kind) === 1 && youthTalks() > 1

  const { busy, attempt, submit } = useSubmit({
    check() {
      setProblem(null)
      setMissing(slotIds.length === 0)
      return slotIds.length > 0
    },
    async send() {
      const wishes = slotIds.join(' ')
      if (triedRef.current?.wishes !== wishes) triedRef.current = { id: uuid(), wishes }
      const told = await book(mailbox, {
        id: triedRef.current.id,
        slotIds,
        ...(moving && { replaces: moving.id }),
      })
      if (told.kind === 'ok') {
        const time = told.value.dates.map(date => dayAndTime(date, lang)).join('; ')
        props.onBooked(t('replies:book.done', { time }))
      } else if (told.kind === 'unreachable' || told.problem === 'slow-down') {
        setProblem('unreachable')
      } else if (told.problem === 'slot-taken') {
        setProblem('taken')
        setSlotIds([])
        again()
      } else {
        setProblem(told.problem === 'no-booking-left' ? 'noneLeft' : 'failed')
        if (told.problem === 'no-booking-left') props.onNoneLeft()
      }
    },
  })

  const there = free.kind === 'there' && free.slots.length > 0
  return (
    <>
      <ErrorSummary
        title={t('request:errors.title')}
        errors={missing && slotIds.length === 0 ? [{ name: 'slotIds', text: t('replies:book.choose') }] : []}
        attempt={attempt}
      />
      <div role="status">
        {problem && !(problem === 'noneLeft' && kind === 'youth-talk') && (
          <Notice tone="care">
            <p>{t(`replies:book.${problem}`)}</p>
          </Notice>
        )}
        {problem === 'noneLeft' && kind === 'youth-talk' && <UsedUp />}
      </div>
      {moving && <Heading focusable>{t('replies:book.titleMove')}</Heading>}
      {moving && (
        <p>{t('replies:book.have', { time: moving.dates.map(date => dayAndTime(date, lang)).join('; ') })}</p>
      )}
      <Form onSubmit={submit}>
        <SlotPicker
          answers={{ slotIds: [...slotIds] }}
          update={change => {
            setSlotIds(change.slotIds ?? [])
          }}
          errorOf={() => (missing && slotIds.length === 0 ? t('replies:book.choose') : undefined)}
          decide={() => undefined}
          slots={free}
          again={again}
          kind={kind}
          legend={t(kind === 'relatives-course' ? 'replies:book.legendCourse' : 'replies:book.legend')}
          legendIsHeading={moving === null}
          hint={t('replies:book.hint')}
          empty={t('replies:book.empty')}
        />
        {isLast && there && (
          <Box title={t('replies:book.secondTitle')}>
            {t('replies:book.second', { returnObjects: true }).map(text => (
              <p key={text}>{text}</p>
            ))}
          </Box>
        )}
        <Actions>
          {there && (
            <Button type="submit" busy={busy} busyLabel={t('replies:book.busy')}>
              {t(moving ? 'replies:book.buttonMove' : 'replies:book.button')}
            </Button>
          )}
          <Button kind="quiet" onClick={props.onBack}>
            {t(there ? 'replies:book.noneFits' : 'replies:book.write')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

/** A time one has already is no time to wish for. */
function withoutHeld(slots: Slots, mailbox: Mailbox): Slots {
  if (slots.kind !== 'there') return slots
  const held = new Set(mailbox.answer.bookings.map(booking => booking.slotId))
  return { kind: 'there', slots: slots.slots.filter(slot => !held.has(slot.id) && slot.seatsLeft > 0) }
}

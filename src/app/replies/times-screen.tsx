import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SlotKind } from '../../core/contract/index.ts'
import { BackLink, Button, ErrorSummary, Form, RadioGroup } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { useShownFromTop } from '../flow/show-from-top.ts'
import { bookable, slotKinds } from './kinds.ts'
import { PickTime } from './pick-time.tsx'
import type { ToBook } from './use-booking.ts'

/** Book a time, or move one: up to three wishes, and the first free one is given. */
export function TimesScreen(props: Omit<ToBook, 'kind'> & { readonly onBack: () => void }): JSX.Element {
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

import type { JSX } from 'preact'
import { dateLines } from '../../core/calendar/times.ts'
import type { Slot } from '../../core/contract/index.ts'
import type { Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'

/** The time that was got: when, where, and the name to say there. */
export function TimeGot({ receipt, slot }: { readonly receipt: Receipt; readonly slot: Slot }): JSX.Element {
  const { t, lang } = useCopy()
  return (
    <>
      {dateLines(slot.dates, lang).map(line => (
        <p class="lead" key={line}>
          <strong>{line}</strong>
        </p>
      ))}
      <p>
        {t(`request:receipt.at.${slot.place}`)} <AliasLine receipt={receipt} />
      </p>
    </>
  )
}

/** What to say in place of a name, where one has a made-up one. */
export function AliasLine({ receipt }: { readonly receipt: Receipt }): JSX.Element | null {
  const { t } = useCopy()
  const { slot, state } = receipt
  const { alias } = receipt.answers
  if (!alias) return null
  const booked = state === 'sent' && slot
  const key = booked
    ? slot.place === 'telephone'
      ? 'request:receipt.sayAliasCall'
      : 'request:receipt.sayAlias'
    : 'request:receipt.aliasLater'
  const [before, after] = t(key, { alias: '\n' }).split('\n')
  return (
    <>
      {before}
      <strong>{alias}</strong>
      {after}
    </>
  )
}

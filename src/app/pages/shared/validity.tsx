import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { standardStatus } from '../../../core/facts/index.ts'
import type { Municipality, StandardId } from '../../../core/facts/types.ts'
import { CallText } from '../../call-text.tsx'
import { useCopy } from '../../copy/copy.ts'
import { ToldHere } from '../../told.tsx'

const statuses = ['coming', 'valid', 'unsure', 'lapsed'] as const

/**
 * How new the rules about a substance are (facts valid-alcohol, valid-drugs). All its sentences
 * are in the page, one is shown: the island `validity.ts` corrects which, from the day itself.
 */
export function Validity(props: { readonly standard: StandardId; readonly of?: Municipality }): JSX.Element {
  const { t, today } = useCopy()
  const { standard: id, of = municipality } = props
  const standard = of.standards[id]
  const now = standardStatus(standard, today)
  return (
    <p
      class="validity"
      data-valid-from={standard.validFrom}
      data-valid-to={standard.validTo}
      data-unsure-from={standard.unsureFrom}
    >
      {statuses.map(status => (
        <span key={status} data-when={status} hidden={status !== now}>
          <CallText text={t(`sources:validity.${id}.${status}`)} />
          {status === 'lapsed' && (
            <>
              {' '}
              <WhatNow of={of} standard={id} />
            </>
          )}
        </span>
      ))}
    </p>
  )
}

/** After a lapse: the municipality's own answer (O-26), else what has been confirmed, else that we have seen nothing newer. */
function WhatNow({
  of,
  standard,
}: {
  readonly of: Municipality
  readonly standard: StandardId
}): JSX.Element {
  const { t } = useCopy()
  const answer = standard === 'alcohol' ? of.openMatters['O-26'] : null
  if (answer) return <ToldHere of={answer} />
  return (
    <>
      {t(of.confirmed.helpContinuesThoughLapsed ? 'sources:validity.continues' : 'sources:validity.notSeen')}
    </>
  )
}

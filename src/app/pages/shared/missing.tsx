import type { JSX } from 'preact'
import type { Told } from '../../../core/facts/types.ts'
import { useCopy } from '../../copy/copy.ts'
import { ToldHere } from '../../told.tsx'
import type { Key } from './words.tsx'

/**
 * What only the municipality can say; until it has, the gap stands there to be seen. Production does not start with one
 * (docs/before-launch.md).
 */
export function Required(props: {
  readonly name: string
  readonly label: Key
  readonly told: Told | null
}): JSX.Element {
  const { t } = useCopy()
  return (
    <div data-required={props.name}>
      <dt>{t(props.label)}</dt>
      <dd>
        {props.told ? (
          <ToldHere of={props.told} />
        ) : (
          <mark data-missing={props.name}>{t('privacy:law.missing')}</mark>
        )}
      </dd>
    </div>
  )
}

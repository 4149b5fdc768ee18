import type { JSX } from 'preact'
import { Notice } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'

/** A colleague has published something meanwhile that these times are in the way of. */
export function Meanwhile(): JSX.Element {
  const { t } = useCopy()
  return (
    <Notice tone="care" live>
      <p>{t('slots.meanwhile')}</p>
    </Notice>
  )
}

import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'

/** From where the house is named to the page of the house. */
export function PlaceLink(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <p>
      <a href={href('place')}>{t('place:link')}</a>
    </p>
  )
}

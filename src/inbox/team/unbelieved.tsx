import type { JSX } from 'preact'
import { Notice } from '../../ui/index.ts'
import { useCopy } from '../shared/copy.ts'
import type { TeamLooked } from '../model/team.ts'

/** Says on every page of the desk that the list of members is not to be believed, while it is not. */
export function Unbelieved({ looked }: { readonly looked: TeamLooked }): JSX.Element | null {
  const { t } = useCopy()
  if (looked.kind !== 'there' || looked.believed.ok) return null
  const { why } = looked.believed
  const sentence = why === 'cut' || why === 'forked' ? why : 'unsigned'
  return (
    <Notice tone="care" live title={t('team.unbelieved.title')}>
      <p>{t(`team.unbelieved.${sentence}`)}</p>
      <p>{t('team.unbelieved.do')}</p>
    </Notice>
  )
}

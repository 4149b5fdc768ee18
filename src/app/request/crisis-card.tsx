import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { HelplineId } from '../../core/facts/types.ts'
import type { Crisis } from '../../core/request/index.ts'
import { Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

const lineFor = { life: 'suicide', overdose: 'emergency', violence: 'violence' } as const satisfies Record<
  Crisis,
  HelplineId
>

/** Help in sight when the message sounds like danger. Noticed on the phone only; never stored, sent or in the way. */
export function CrisisCard({ crises }: { readonly crises: readonly Crisis[] }): JSX.Element | null {
  const { t } = useCopy()
  if (crises.length === 0) return null
  return (
    <Notice tone="urgent" title={t('request:crisis.title')} live>
      {crises.map(crisis => {
        const line = municipality.helplines.find(one => one.id === lineFor[crisis])
        if (!line) return null
        const [before, after] = t(`request:crisis.${crisis}`, { name: line.name, number: '\u0000' }).split(
          '\u0000',
        )
        return (
          <p key={crisis}>
            {before}
            <a href={`tel:${line.number}`}>{line.shown}</a>
            {after}
          </p>
        )
      })}
      <p>{t('request:crisis.still')}</p>
    </Notice>
  )
}

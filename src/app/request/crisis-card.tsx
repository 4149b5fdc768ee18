import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { HelplineId } from '../../core/facts/types.ts'
import type { Crisis } from '../../core/request/index.ts'
import { Notice } from '../../ui/index.ts'
import { CallText } from '../call-text.tsx'
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
        const words = { name: line.name, number: line.shown }
        return (
          <p key={crisis}>
            <CallText text={t(`request:crisis.${crisis}`, words)} />
          </p>
        )
      })}
      <p>{t('request:crisis.still')}</p>
    </Notice>
  )
}

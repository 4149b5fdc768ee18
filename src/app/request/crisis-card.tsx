import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { HelplineId } from '../../core/facts/types.ts'
import type { Crisis } from '../../core/request/index.ts'
import { Actions, LinkButton, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'

/** Whom to call, the first first. */
const linesFor = {
  life: ['suicide', 'medical', 'emergency'],
  overdose: ['emergency'],
  violence: ['violence', 'emergency'],
} as const satisfies Record<Crisis, readonly HelplineId[]>

/**
 * Help in sight when the message sounds like danger: a number is a button to ring it. Noticed on the phone only; never
 * stored, sent or in the way.
 * @param sent the message is on its way: nothing is said of sending it
 */
export function CrisisCard(props: {
  readonly crises: readonly Crisis[]
  readonly sent?: boolean
}): JSX.Element | null {
  const { crises, sent = false } = props
  const { t } = useCopy()
  if (crises.length === 0) return null
  const ids = new Set<HelplineId>(crises.flatMap(crisis => linesFor[crisis]))
  const lines = [...ids].flatMap(id => municipality.helplines.filter(line => line.id === id))
  return (
    <Notice tone="urgent" title={t('request:crisis.title')} live>
      {crises.map(crisis => (
        <p key={crisis}>{t(`request:crisis.${crisis}`)}</p>
      ))}
      <Actions>
        {lines.map(({ id, number, shown, name }) => (
          <LinkButton key={id} kind="urgent" href={`tel:${number}`}>
            {id === 'emergency'
              ? t('request:crisis.callEmergency', { number: shown })
              : t('request:crisis.call', { number: shown.replaceAll(' ', '\u00a0'), name })}
          </LinkButton>
        ))}
      </Actions>
      {!sent && <p>{t('request:crisis.still')}</p>}
    </Notice>
  )
}

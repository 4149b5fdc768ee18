import type { JSX } from 'preact'
import { nameOfDay } from '../../../core/calendar/times.ts'
import { Button, LinkButton, Notice } from '../../../ui/index.ts'
import { callRules } from '../../model/as-rows.ts'
import { useCopy } from '../../shared/copy.ts'
import { telOf } from '../../model/number.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { hasOpenCrisis } from '../../model/urgency.ts'
import { MarkedWords } from '../about/marked-words.tsx'

/**
 * Signs of crisis: what it may be about, the person's own words, and how to reach them. A word is no certainty, so it
 * claims nothing and lets staff read for themselves.
 */
export function CrisisNotice({
  opened,
  onSuggest,
}: {
  readonly opened: OpenedRequest
  /** Nobody can be called: begin the reply with words that are there already. */
  readonly onSuggest: () => void
}): JSX.Element | null {
  const { t, lang } = useCopy()
  const { signs } = opened
  const calls = callRules(opened, t)
  const isKnown = calls !== null || (opened.given.name ?? opened.envelope?.request.name) !== undefined
  if (signs.length === 0) return null
  const kinds = (['life', 'overdose', 'violence'] as const).filter(kind =>
    signs.some(sign => sign.crises.includes(kind)),
  )
  return (
    <Notice
      tone={hasOpenCrisis(opened) ? 'urgent' : 'care'}
      title={t(hasOpenCrisis(opened) ? 'list.crisis' : 'list.crisisAnswered')}
    >
      {kinds.map(kind => (
        <p key={kind}>{t(`crisis.${kind}`)}</p>
      ))}
      {signs.map((sign, index) => (
        <figure key={index} class="quote">
          <figcaption>{t('crisis.wrote', { day: nameOfDay(sign.on, lang) })}</figcaption>
          <blockquote>
            <MarkedWords {...sign} />
          </blockquote>
        </figure>
      ))}
      {calls ? (
        <>
          {calls.rows.map(row => (
            <p key={row.key}>
              {row.label}: <strong>{row.value}</strong>
            </p>
          ))}
          <p>
            <LinkButton href={telOf(calls.phone)} kind="urgent" icon="phone">
              {t('crisis.call', { phone: calls.phone })}
            </LinkButton>
          </p>
        </>
      ) : (
        // Once they have an answer, "write now" is not what there is to do.
        hasOpenCrisis(opened) && (
          <>
            <p>{t('crisis.noPhone')}</p>
            <p>
              <Button kind="quiet" onClick={onSuggest}>
                {t('crisis.suggest')}
              </Button>
            </p>
          </>
        )
      )}
      {/* Nobody can send help to somebody who is neither named nor has a number. */}
      <p>{t(isKnown ? 'crisis.read' : 'crisis.readOnly')}</p>
    </Notice>
  )
}

import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { nameOfLine, toldText } from '../../../core/facts/told.ts'
import { keptInOrder } from '../../../core/languages.ts'
import type { Helpline, HelplineId } from '../../../core/facts/types.ts'
import { LinkButton } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'

type AskKey = `line:${'asksBoth' | 'asksCpr' | 'asksName' | 'mayAsk' | 'noName' | 'unknown' | 'recorded'}`

/**
 * One line to call: its number as the biggest thing and who answers there, so that a list of links tells them apart; then
 * what a caller wants to know before ringing.
 * `whenSaid`: the words around it say when to call, so unknown hours are not mentioned.
 */
export function HelpLine(props: {
  readonly id: HelplineId
  readonly whenSaid?: boolean
  /** What it asks stands further down, in `HowItAsks`: nothing stands between this number and when to ring it. */
  readonly asksBelow?: boolean
}): JSX.Element | null {
  const { id, whenSaid = false, asksBelow = false } = props
  const { t, lang } = useCopy()
  const line = lineOf(id)
  if (!line) return null // defaultVariables has refused a municipality without it before any page is made
  const unknown = whenSaid ? [] : [t('line:hoursUnknown')]
  const asked = asksBelow ? [] : asking(line).map(key => t(key))
  const number = keptInOrder(line.shown.replaceAll(' ', '\u00a0'), lang)
  const name = nameOfLine(line, lang)
  const urgent = line.id === 'emergency'
  const hours = line.hours ? [`${toldText(line.hours, lang)}.`] : unknown
  const facts = [...(urgent ? [`${name}.`] : []), ...hours, ...asked]
  return (
    <div class="help-line" data-line={line.id}>
      <LinkButton
        href={`${line.by === 'sms' ? 'sms' : 'tel'}:${line.number}`}
        kind={urgent ? 'urgent' : 'primary'}
      >
        {t(urgent ? 'line:urgent' : line.by === 'sms' ? 'line:text' : 'line:call', { number, name })}
      </LinkButton>
      <p>{facts.join(' ')}</p>
    </div>
  )
}

/** Says whether a help line asks for a name or a CPR number; nothing for one that is not there. */
export function HowItAsks({ id }: { readonly id: HelplineId }): JSX.Element | null {
  const { t } = useCopy()
  const line = lineOf(id)
  if (!line) return null
  return (
    <p>
      {asking(line)
        .map(key => t(key))
        .join(' ')}
    </p>
  )
}

const lineOf = (id: HelplineId): Helpline | undefined =>
  municipality.helplines.find(candidate => candidate.id === id)

/** Whether the line asks for a name or CPR number, as far as it is known. */
export function asking(line: Pick<Helpline, 'asks' | 'withoutName' | 'recorded'>): AskKey[] {
  const { asks, withoutName, recorded } = line
  // All that is known of the emergency number is that it records: more would only hold somebody back.
  if (recorded && asks.name === null && asks.cpr === null) return ['line:recorded']
  return [who(asks, withoutName), ...(recorded ? (['line:recorded'] as const) : [])]
}

function who(asks: Helpline['asks'], withoutName: boolean | null): AskKey {
  if (asks.cpr === true) return asks.name === true ? 'line:asksBoth' : 'line:asksCpr'
  if (asks.name === true) return 'line:asksName'
  if (withoutName === true) return 'line:noName'
  return withoutName === false ? 'line:mayAsk' : 'line:unknown'
}

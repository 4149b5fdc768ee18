import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { nameOfLine, toldText } from '../../core/facts/told.ts'
import { keptInOrder } from '../../core/languages.ts'
import type { Helpline, HelplineId } from '../../core/facts/types.ts'
import type { Crisis, CrisisSign } from '../../core/request/index.ts'
import { LinkButton, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { useCrises } from './use-crises.ts'

/** Whom to call, the first first. */
const linesFor = {
  life: ['suicide', 'medical', 'emergency'],
  overdose: ['emergency'],
  violence: ['violence', 'emergency'],
} as const satisfies Record<Crisis, readonly HelplineId[]>

/** Whom to call about somebody else. */
const linesForAnother = {
  life: ['suicide', 'emergency'],
  overdose: ['emergency'],
  violence: ['violence', 'emergency'],
} as const satisfies Record<Crisis, readonly HelplineId[]>

/** The young have a line of their own, open day and night and without a name. */
const youngLinesFor = {
  life: ['children', 'suicide', 'emergency'],
  overdose: ['emergency'],
  violence: ['children', 'emergency'],
} as const satisfies Record<Crisis, readonly HelplineId[]>

/**
 * Help in sight when the message sounds like danger: a number is a button to ring it. Noticed on the phone only; never
 * stored, sent or in the way. It speaks to the one who writes: of a child or a friend in danger too.
 * @param young the writer is under 18
 * @param wrong something has to be put right before it can be sent
 * @param sent the message is on its way: nothing is said of sending it
 */
export function CrisisCard(props: {
  readonly crises: readonly Pick<CrisisSign, 'crisis' | 'about'>[]
  readonly young: boolean
  readonly sent?: boolean
  readonly wrong?: boolean
}): JSX.Element | null {
  const { crises, young, sent = false, wrong = false } = props
  const { t } = useCopy()
  if (crises.length === 0) return null
  const ids = new Set<HelplineId>(
    crises.flatMap(({ crisis, about }) => {
      if (young) return youngLinesFor[crisis]
      return (about === 'another' ? linesForAnother : linesFor)[crisis]
    }),
  )
  const lines = [...ids].flatMap(id => municipality.helplines.filter(line => line.id === id))
  return (
    <Notice
      tone="urgent"
      title={t(
        crises.every(one => one.about === 'another') ? 'request:crisis.titleOther' : 'request:crisis.title',
      )}
      live
    >
      {crises.map(({ crisis, about }) => (
        <p key={crisis}>{t(`request:crisis.${crisis}${about === 'another' ? 'Other' : ''}`)}</p>
      ))}
      {lines.map(line => (
        <Line key={line.id} line={line} />
      ))}
      {!sent && <p>{t(wrong ? 'request:crisis.stillAfter' : 'request:crisis.still')}</p>}
    </Notice>
  )
}

/** The card for what somebody writes. */
export function CrisisWatch({
  text,
  ...props
}: { readonly text: string } & Omit<Parameters<typeof CrisisCard>[0], 'crises'>): JSX.Element {
  return <CrisisCard {...props} crises={useCrises(text)} />
}

/** One number, and what a caller wants to know before ringing, as far as it is known. */
function Line({ line }: { readonly line: Helpline }): JSX.Element {
  const { t, lang } = useCopy()
  const { id, asks, hours, withoutName } = line
  const number = keptInOrder(line.shown.replaceAll(' ', '\u00a0'), lang)
  const known = [
    ...(hours ? [`${toldText(hours, lang)}.`] : []),
    ...(asks.cpr === true ? [t('request:crisis.asksCpr')] : []),
    ...(withoutName === true ? [t('request:crisis.noName')] : []),
  ]
  return (
    <>
      <p>
        <LinkButton kind="urgent" href={`tel:${line.number}`}>
          {id === 'emergency'
            ? t('request:crisis.callEmergency', { number })
            : t('request:crisis.call', { number, name: nameOfLine(line, lang) })}
        </LinkButton>
      </p>
      {id !== 'emergency' && known.length > 0 && <p class="hint">{known.join(' ')}</p>}
    </>
  )
}

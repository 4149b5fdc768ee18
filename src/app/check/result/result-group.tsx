import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { GivenId, Situation } from '../../../core/eligibility/index.ts'
import { Fold, Heading } from '../../../ui/index.ts'
import { CallText } from '../../call-text.tsx'
import { useCopy } from '../../copy/copy.ts'
import type { Group, Line } from './lines.ts'
import { wordsOf } from './open-matters.ts'

/** What a fold with the rest of a group is called; the groups without stand open as a whole. */
type Folds = 'get' | 'soon' | 'know' | 'rights' | 'complain'
const more: { readonly [G in Group['id']]?: `check:group.${Folds}.more` } = {
  get: 'check:group.get.more',
  soon: 'check:group.soon.more',
  know: 'check:group.know.more',
  rights: 'check:group.rights.more',
  complain: 'check:group.complain.more',
}

type Props = { readonly group: Group; readonly substance: Situation['substance'] }

/** The four things everybody wants to know: each a card with what matters most, the rest one fold away. */
const cards: readonly Group['id'][] = ['get', 'soon', 'cost', 'know']

/** What completes the first sentence of a card, or would be read as a promise without it: never folded away from it. */
const stays: readonly GivenId[] = [
  'caution-alcohol-anonymity-not-described',
  'caution-101a-elsewhere',
  'caution-both-anonymity-open',
  'caution-intensive-outpatient-first',
  'deadline-start',
  'caution-start-may-be-later',
  'caution-alcohol-start-open',
  'caution-101a-start-open',
  'caution-intensive-start-open',
  'caution-return-no-fast-track',
  'caution-intensive-self-payment',
  'caution-youth-anonymity-limit',
  'caution-notification-duty',
  'caution-pregnancy-always-cooperation',
]

/** What of a group stands open: of a card its first line and what belongs to that, of another group all that is open. */
function openIn({ id, open, folded }: Group): { shown: readonly Line[]; rest: readonly Line[] } {
  if (!cards.includes(id)) return { shown: open, rest: folded }
  const isShown = (line: Line, at: number): boolean => at === 0 || id === 'cost' || stays.includes(line.id)
  return {
    shown: open.filter(isShown),
    rest: [...open.filter((line, at) => !isShown(line, at)), ...folded],
  }
}

/** The rest of a group, folded. */
export function RestOfGroup({ group, substance }: Props): JSX.Element | null {
  const { t } = useCopy()
  const label = more[group.id]
  const { rest } = openIn(group)
  if (!label || rest.length === 0) return null
  return (
    <Fold summary={t(label)}>
      <LineList lines={rest} substance={substance} />
    </Fold>
  )
}

/** One group of a result: the open lines, and the rest folded, here or beside another fold. */
export function ResultGroup(props: Props & { readonly restApart?: boolean }): JSX.Element {
  const { t } = useCopy()
  const { group, substance, restApart = false } = props
  const { id } = group
  const { shown } = openIn(group)
  return (
    <section class={cards.includes(id) ? 'flow result-card' : 'flow'} data-group={id}>
      <Heading level={2}>{t(`check:group.${id}.title`)}</Heading>
      {shown.length > 0 && <LineList lines={shown} substance={substance} />}
      {!restApart && <RestOfGroup group={group} substance={substance} />}
    </section>
  )
}

function LineList(props: {
  readonly lines: readonly Line[]
  readonly substance: Situation['substance']
}): JSX.Element {
  const { t, lang } = useCopy()
  const { lines, substance } = props
  return (
    <ul>
      {lines.map(line => (
        <li key={line.key} data-id={line.id}>
          <CallText text={wordsOf(line, t, lang, municipality.openMatters, substance)} />
        </li>
      ))}
    </ul>
  )
}

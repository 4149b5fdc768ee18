import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { Situation } from '../../../core/eligibility/index.ts'
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

/** The rest of a group, folded. */
export function RestOfGroup({ group: { id, folded }, substance }: Props): JSX.Element | null {
  const { t } = useCopy()
  const rest = more[id]
  if (!rest || folded.length === 0) return null
  return (
    <Fold summary={t(rest)}>
      <LineList lines={folded} substance={substance} />
    </Fold>
  )
}

/** One group of a result: the open lines, and the rest folded, here or beside another fold. */
export function ResultGroup(props: Props & { readonly restApart?: boolean }): JSX.Element {
  const { t } = useCopy()
  const { group, substance, restApart = false } = props
  const { id, open } = group
  return (
    <section class="flow" aria-labelledby={`group-${id}`} data-group={id}>
      <Heading level={2} id={`group-${id}`}>
        {t(`check:group.${id}.title`)}
      </Heading>
      {open.length > 0 && <LineList lines={open} substance={substance} />}
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

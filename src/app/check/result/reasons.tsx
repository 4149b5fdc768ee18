import { Fragment, type JSX } from 'preact'
import { municipality } from '#municipality'
import type { Situation } from '../../../core/eligibility/index.ts'
import { reasonHeadings } from '../../../core/facts/reasons.ts'
import { Fold, Heading } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import type { Resources } from '../../copy/resources.ts'
import { factsBehind, type Group, type Line } from './lines.ts'
import { isOpenMatter, wordsOf } from './open-matters.ts'

type Substance = Situation['substance']

/** Why each line of a result is there and where it stands: once, at the end, for those who ask. */
export function Reasons(props: {
  readonly groups: readonly Group[]
  readonly substance: Substance
}): JSX.Element {
  const { t } = useCopy()
  const { groups, substance } = props
  return (
    <Fold summary={t('check:reason.summary')}>
      {groups.map(({ id, open, folded }) => (
        <Fragment key={id}>
          <Heading level={3}>{t(`check:group.${id}.title`)}</Heading>
          <ul>
            {[...open, ...folded].map(line => (
              <Why key={line.key} line={line} substance={substance} />
            ))}
          </ul>
        </Fragment>
      ))}
    </Fold>
  )
}

type RuleKey = keyof Resources['check']['because']

function Why({ line, substance }: { readonly line: Line; readonly substance: Substance }): JSX.Element {
  const { t, lang } = useCopy()
  // Each rule has its reason in the copy; a test compares the two lists.
  const reasons = [...new Set(line.reasons.map(({ rule }) => t(`check:because.${rule as RuleKey}`)))]
  const places = placesOf(line)
  return (
    <li data-why={line.id}>
      <strong>{wordsOf(line, t, lang, municipality.openMatters, substance)}</strong> {reasons.join(' ')}{' '}
      {places.length === 0 ? (
        t('check:reason.silent')
      ) : (
        <>
          {t(isOpenMatter(line.id) ? 'check:reason.near' : 'check:reason.stands')}{' '}
          {places.map((place, index) => (
            <Fragment key={place.fact}>
              {index > 0 && '; '}
              <SourceLink {...place} substance={substance} />
            </Fragment>
          ))}
          .
        </>
      )}
    </li>
  )
}

type Place = { readonly fact: string; readonly heading: string; readonly of: 'alcohol' | 'drugs' | 'both' }

/** The headings the facts of a line stand under, once each; the link leads to the first fact itself. */
function placesOf(line: Line): readonly Place[] {
  const found = new Map<string, Place>()
  for (const id of factsBehind(line)) {
    const place = reasonHeadings.find(({ facts }) => facts.includes(id))
    if (!place) continue
    const { heading } = place
    const { of = place.of, fact = id } = found.get(heading) ?? {}
    found.set(heading, { heading, fact, of: of === place.of ? of : 'both' })
  }
  return [...found.values()]
}

/** Anyone who has chosen one of the two is not told that a heading stands in both sets of rules. */
function SourceLink(props: Place & { readonly substance: Substance }): JSX.Element {
  const { t, href } = useCopy()
  const { fact, heading, of, substance } = props
  const isPlain = of === 'both' && (substance === 'alcohol' || substance === 'drugs')
  return (
    <a href={`${href('sources')}#${fact}`}>
      {/* Headings are Danish in every language. */}
      <span lang="da">{heading}</span>
      {!isPlain && ` (${t(`check:reason.of.${of}`)})`}
    </a>
  )
}

import { Fragment, type JSX } from 'preact'
import { municipality } from '#municipality'
import type { Fact } from '../../core/facts/types.ts'
import { Fold, Heading } from '../../ui/index.ts'
import { CallText } from '../call-text.tsx'
import { useCopy } from '../copy/copy.ts'
import type { Resources } from '../copy/resources.ts'
import { factsBehind, type Group, type Line } from './lines.ts'
import { wordsOf } from './open-matters.ts'
import type { GroupId } from './placements.ts'

/** What a fold with the rest of a group is called; the groups without stand open as a whole. */
const more: { readonly [G in GroupId]?: `check:group.${'get' | 'soon' | 'know' | 'rights'}.more` } = {
  get: 'check:group.get.more',
  soon: 'check:group.soon.more',
  know: 'check:group.know.more',
  rights: 'check:group.rights.more',
}

/** One group of a result: the open lines, the rest folded, and on request why each line is there and where it stands. */
export function ResultGroup({ group }: { readonly group: Group }): JSX.Element {
  const { t } = useCopy()
  const { id, open, folded } = group
  const rest = more[id]
  return (
    <section class="flow" aria-labelledby={`group-${id}`} data-group={id}>
      <Heading level={2} id={`group-${id}`}>
        {t(`check:group.${id}.title`)}
      </Heading>
      {open.length > 0 && <LineList lines={open} />}
      <div>
        {rest && folded.length > 0 && (
          <Fold summary={t(rest)}>
            <LineList lines={folded} />
          </Fold>
        )}
        <Fold summary={t('check:reason.summary')} quiet>
          <ul>
            {[...open, ...folded].map(line => (
              <Why key={line.key} line={line} />
            ))}
          </ul>
        </Fold>
      </div>
    </section>
  )
}

function LineList({ lines }: { readonly lines: readonly Line[] }): JSX.Element {
  const { t, lang } = useCopy()
  return (
    <ul>
      {lines.map(line => (
        <li key={line.key} data-id={line.id}>
          <CallText text={wordsOf(line, t, lang, municipality.openMatters)} />
        </li>
      ))}
    </ul>
  )
}

/** The first sentence of a line stands for it; the dot of "3. måned" ends none. */
const nameOf = (words: string): string =>
  /^.*?(?:[?!]|\D\.|\d\.(?=$|\s+\p{Lu}))(?=\s|$)/u.exec(words)?.[0] ?? words

type RuleKey = keyof Resources['check']['because']

function Why({ line }: { readonly line: Line }): JSX.Element {
  const { t, lang } = useCopy()
  // Each rule has its reason in the copy; a test compares the two lists.
  const reasons = [...new Set(line.reasons.map(({ rule }) => t(`check:because.${rule as RuleKey}`)))]
  const places = placesOf(line)
  return (
    <li data-why={line.id}>
      <strong>{nameOf(wordsOf(line, t, lang, municipality.openMatters))}</strong> {reasons.join(' ')}{' '}
      {places.length === 0 ? (
        t('check:reason.silent')
      ) : (
        <>
          {t('check:reason.stands')}{' '}
          {places.map((place, index) => (
            <Fragment key={place.fact}>
              {index > 0 && '; '}
              <SourceLink {...place} />
            </Fragment>
          ))}
          .
        </>
      )}
    </li>
  )
}

type Place = { readonly fact: string; readonly heading: string; readonly of: 'alcohol' | 'drugs' | 'both' }

/** The headings the facts of a line stand under, once each; the link leads to the fact itself. */
function placesOf(line: Line): readonly Place[] {
  const found = new Map<string, Place>()
  for (const id of factsBehind(line)) {
    const fact = municipality.facts.find(candidate => candidate.id === id)
    const place = fact && placeOf(fact)
    if (place && !found.has(`${place.heading} ${place.of}`)) found.set(`${place.heading} ${place.of}`, place)
  }
  return [...found.values()]
}

function placeOf({ id, section, standards }: Fact): Place | undefined {
  const heading = section.drugs ?? section.alcohol
  if (heading === undefined) return undefined
  return { fact: id, heading, of: standards.length > 1 ? 'both' : (standards[0] ?? 'both') }
}

function SourceLink({ fact, heading, of }: Place): JSX.Element {
  const { t, href } = useCopy()
  return (
    <a href={`${href('sources')}#${fact}`}>
      {/* Headings are Danish in every language. */}
      <span lang="da">{heading}</span> ({t(`check:reason.of.${of}`)})
    </a>
  )
}

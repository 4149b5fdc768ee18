import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { asText } from '../../../core/facts/index.ts'
import { spanOf } from '../../../core/facts/spans.ts'
import type { Fact, Figure, Language, StandardId } from '../../../core/facts/types.ts'
import { Fold, Heading } from '../../../ui/index.ts'
import { CallText } from '../../call-text.tsx'
import { useCopy, type T } from '../../copy/copy.ts'
import { partsThatTell } from './told-where.ts'

/** Every statement of both standards under its printed heading, each with an address of its own: `#<fact id>`. */
export function BySection(): JSX.Element {
  const { t } = useCopy()
  return (
    <section class="flow">
      <Heading level={2} id="by-section">
        {t('sources:bySection.heading')}
      </Heading>
      <p>{t('sources:bySection.intro')}</p>
      <div class="folds">
        <Standard standard="alcohol" />
        <Standard standard="drugs" />
      </div>
    </section>
  )
}

/** One fold a document. What stands under its title itself needs no second fold with the same words. */
function Standard({ standard }: { readonly standard: StandardId }): JSX.Element {
  const { title } = municipality.standards[standard]
  const headings = municipality.facts.flatMap(({ section }) => section[standard] ?? [])
  return (
    <details class="fold" lang="da">
      <summary>
        <h3>
          <CallText text={title} />
        </h3>
      </summary>
      <div class="flow">
        <Statements standard={standard} heading={title} />
        <div class="folds">
          {[...new Set(headings)]
            .filter(heading => heading !== title)
            .map(heading => (
              <Fold key={heading} summary={heading} quiet>
                <Statements standard={standard} heading={heading} />
              </Fold>
            ))}
        </div>
      </div>
    </details>
  )
}

function Statements(props: { readonly standard: StandardId; readonly heading: string }): JSX.Element {
  const { lang } = useCopy()
  const { standard, heading } = props
  return (
    <ul class="sources" lang={lang}>
      {municipality.facts
        .filter(({ section }) => section[standard] === heading)
        .map(fact => (
          <Statement key={fact.id} fact={fact} standard={standard} />
        ))}
    </ul>
  )
}

/** A fact that stands in both standards has its address in the newer one, the drug standard. */
function Statement({ fact, standard }: { readonly fact: Fact; readonly standard: StandardId }): JSX.Element {
  const { t, href, lang } = useCopy()
  const last = fact.standards[fact.standards.length - 1]
  return (
    <li {...(standard === last ? { id: fact.id } : { 'data-fact': fact.id })}>
      {nameOf(fact, t, lang)}. {t('sources:bySection.toldOn')}{' '}
      {partsThatTell(fact.id).map(({ page, id, heading }, index) => (
        <span key={`${page}#${id}`}>
          {index > 0 && '; '}
          <a href={`${href(page)}#${id}`}>
            {t(`common:titles.${page}`)}: {t(heading)}
          </a>
        </span>
      ))}
    </li>
  )
}

/** What sort of statement it is, with its figure: "Frist: 14 dage". The words themselves are in the document. */
function nameOf({ kind, figure }: Fact, t: T, lang: Language): string {
  const name = t(`sources:kind.${kind}`)
  return figure ? `${name}: ${inWords(figure, t, lang)}` : name
}

/** Counted as sentences count it ("1 uge", "6 måneder"), or in words of its own. */
function inWords(figure: Figure, t: T, lang: Language): string {
  const n = asText(figure, lang)
  const { unit } = figure
  if (
    unit === 'calendar year' ||
    unit === 'years of age' ||
    unit === 'DKK' ||
    unit === 'months between updates'
  )
    return t(`sources:unit.${unit}`, { n })
  return spanOf(figure, lang) ?? n
}

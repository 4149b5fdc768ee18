import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { asText } from '../../../core/facts/index.ts'
import type { Fact, StandardId } from '../../../core/facts/types.ts'
import { Fold, Heading } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { partsThatTell } from './told-where.ts'

/** Every statement of both standards under its printed heading, each with an address of its own: `#<fact id>`. */
export function BySection(): JSX.Element {
  const { t } = useCopy()
  return (
    <section class="flow" aria-labelledby="by-section">
      <Heading level={2} id="by-section">
        {t('sources:bySection.heading')}
      </Heading>
      <p>{t('sources:bySection.intro')}</p>
      <Standard standard="alcohol" />
      <Standard standard="drugs" />
    </section>
  )
}

function Standard({ standard }: { readonly standard: StandardId }): JSX.Element {
  const { lang } = useCopy()
  const headings = municipality.facts.flatMap(({ section }) => section[standard] ?? [])
  return (
    <>
      <h3 lang="da">{municipality.standards[standard].title}</h3>
      {[...new Set(headings)].map(heading => (
        <div key={heading} lang="da">
          <Fold summary={heading}>
            <ul class="sources" lang={lang}>
              {municipality.facts
                .filter(({ section }) => section[standard] === heading)
                .map(fact => (
                  <Statement key={fact.id} fact={fact} standard={standard} />
                ))}
            </ul>
          </Fold>
        </div>
      ))}
    </>
  )
}

/** A fact that stands in both standards has its address in the newer one, the drug standard. */
function Statement({ fact, standard }: { readonly fact: Fact; readonly standard: StandardId }): JSX.Element {
  const { t, href } = useCopy()
  const last = fact.standards[fact.standards.length - 1]
  return (
    <li {...(standard === last && { id: fact.id })} data-fact={fact.id}>
      <FactName fact={fact} />. {t('sources:bySection.toldOn')}{' '}
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
function FactName({ fact }: { readonly fact: Fact }): JSX.Element {
  const { t } = useCopy()
  const { kind, figure } = fact
  return (
    <>
      {t(`sources:kind.${kind}`)}
      {figure && `: ${t(`sources:unit.${figure.unit}`, { n: asText(figure) })}`}
    </>
  )
}

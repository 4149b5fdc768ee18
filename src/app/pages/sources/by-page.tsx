import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { StandardId } from '../../../core/facts/types.ts'
import { Fold, Heading } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { told, type Part, parts, type TellingPage } from './told-where.ts'

/** For a reader who comes from a page (`#adults`, `#youth` …): each of its headings and where that stands. */
export function ByPage(): JSX.Element {
  const { t } = useCopy()
  return (
    <section class="flow">
      <Heading level={2} id="by-page">
        {t('sources:byPage.heading')}
      </Heading>
      <p>{t('sources:byPage.intro')}</p>
      <div class="folds">
        {(Object.keys(told) as TellingPage[]).map(page => (
          <div key={page} id={page}>
            <Fold summary={t(`common:titles.${page}`)}>
              <dl class="sources">
                {parts
                  .filter(part => part.page === page)
                  .map(part => (
                    <PartSources key={part.id} part={part} />
                  ))}
              </dl>
            </Fold>
          </div>
        ))}
      </div>
    </section>
  )
}

function PartSources({ part }: { readonly part: Part }): JSX.Element {
  const { t, href } = useCopy()
  return (
    <div>
      <dt>
        <a href={`${href(part.page)}#${part.id}`}>
          {t(`common:titles.${part.page}`)}: {t(part.heading)}
        </a>
      </dt>
      {(['alcohol', 'drugs'] as const).map(standard => {
        const headings = headingsOf(part.facts, standard)
        if (headings.length === 0) return null
        return (
          <dd key={standard}>
            {t(`sources:byPage.${standard}`)}: <span lang="da">{headings.join(' · ')}</span>
          </dd>
        )
      })}
    </div>
  )
}

/** The printed headings of one standard under which these facts stand, each once. */
function headingsOf(ids: readonly string[], standard: StandardId): string[] {
  const headings = municipality.facts.flatMap(({ id, section }) => {
    const heading = section[standard]
    return heading !== undefined && ids.includes(id) ? [heading] : []
  })
  return [...new Set(headings)]
}

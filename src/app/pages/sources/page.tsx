import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { dayText, laws } from '../../../core/facts/index.ts'
import type { StandardId } from '../../../core/facts/types.ts'
import { Heading, Page } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { ByPage } from './by-page.tsx'
import { BySection } from './by-section.tsx'
import { Validity } from '../shared/validity.tsx'
import { Run } from '../shared/words.tsx'

/** Facts legal-basis-alcohol and legal-basis-drugs. */
const standsOn: { readonly [S in StandardId]: string } = {
  alcohol: laws.alcohol,
  drugs: [laws.drugs, laws.anonymous, laws.youth].join(', '),
}

/** The standards, whether they hold today, and under which heading each statement of the pages stands. */
export function SourcesPage(): JSX.Element {
  const { t } = useCopy()
  return (
    <Page>
      <Heading level={1}>{t('sources:heading')}</Heading>
      <p class="lead">{t('sources:intro')}</p>
      <p>{t('sources:ours')}</p>
      <section class="flow">
        <Heading level={2} id="documents">
          {t('sources:documents.heading')}
        </Heading>
        <Document standard="alcohol" />
        <Document standard="drugs" />
        <Run keys={['sources:documents.revised', 'sources:documents.ask']} />
      </section>
      <ByPage />
      <BySection />
    </Page>
  )
}

function Document({ standard: id }: { readonly standard: StandardId }): JSX.Element {
  const { t, lang } = useCopy()
  const { title, approvedOn } = municipality.standards[id]
  return (
    <div class="flow">
      {/* The title is Danish in every language. */}
      <h3 lang="da">{title}</h3>
      <Validity standard={id} />
      <p>
        {t('sources:documents.approved', { day: dayText(approvedOn, lang) })}{' '}
        {t('sources:documents.law', { law: standsOn[id] })}
      </p>
    </div>
  )
}

import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { FoldedSection } from '../shared/section.tsx'
import { Points, Run, Say } from '../shared/words.tsx'

/** Treatment at another place, and everybody else who, by the standards, gets to know something or is asked. */
export function RightsElsewhere(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <>
      <FoldedSection id="another-place" heading="rights:elsewhere.heading">
        <Say keys={['rights:elsewhere.intro']} />
        <Points
          keys={[
            'rights:elsewhere.informed',
            'rights:elsewhere.consent',
            'rights:elsewhere.followUp',
            'rights:elsewhere.listed',
          ]}
        />
        <Say keys={['rights:elsewhere.drugsPapers']} />
        <Run keys={['rights:elsewhere.register', 'rights:elsewhere.ask']} />
      </FoldedSection>
      <FoldedSection id="who-else" heading="rights:told.heading">
        <Say keys={['rights:told.intro']} />
        <Points
          keys={[
            'rights:told.centre',
            'rights:told.pregnant',
            'rights:told.duty',
            'rights:told.committee',
            'rights:told.provider',
            'rights:told.psychiatry',
            'rights:told.youth',
            'rights:told.youthMeeting',
          ]}
        />
        <p>
          <a href={`${href('adults')}#without-a-name`}>{t('rights:told.nameless')}</a>
        </p>
      </FoldedSection>
    </>
  )
}

import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { methods } from './methods.ts'
import { FoldedSection } from './section.tsx'
import { Points, Say } from './words.tsx'

/** For adults: the methods by name, for those who look for them. */
export function AdultsMethods(): JSX.Element {
  const { t } = useCopy()
  return (
    <FoldedSection id="methods" heading="adults:methods.heading">
      <Say
        keys={[
          'adults:methods.holistic',
          'adults:methods.approach',
          'adults:methods.evidence',
          'adults:methods.intro',
        ]}
      />
      <Points
        keys={[
          'adults:methods.motivational',
          'adults:methods.psychoeducation',
          'adults:methods.systemic',
          'adults:methods.relapse',
          'adults:methods.narrative',
        ]}
      />
      <ul>
        <li>{t('adults:methods.nada', methods)}</li>
        <li>{t('adults:methods.names', methods)}</li>
      </ul>
      <AlcoholAndDrugs
        page="adults"
        alcohol={<Points keys={['adults:methods.cbt']} />}
        drugs={
          <>
            <Points
              keys={[
                'adults:methods.cognitive',
                'adults:methods.openDialogue',
                'adults:methods.drugEducation',
              ]}
            />
            <p>{t('adults:methods.hap', methods)}</p>
          </>
        }
      />
      <Say keys={['adults:methods.groups']} />
      <Points
        keys={[
          'adults:methods.groupMotivation',
          'adults:methods.groupOutpatient',
          'adults:methods.groupSupport',
          'adults:methods.groupTraining',
          'adults:methods.groupAfter',
        ]}
      />
    </FoldedSection>
  )
}

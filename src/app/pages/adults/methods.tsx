import type { JSX } from 'preact'
import { AlcoholAndDrugs } from '../shared/alcohol-and-drugs.tsx'
import { FoldedSection } from '../shared/section.tsx'
import { NamedPoints, Points, Run, Say } from '../shared/words.tsx'

/** For adults: the methods by name, for those who look for them. */
export function AdultsMethods(): JSX.Element {
  return (
    <FoldedSection id="methods" heading="adults:methods.heading">
      <Run
        keys={[
          'adults:methods.holistic',
          'adults:methods.approach',
          'adults:methods.evidence',
          'adults:methods.intro',
        ]}
      />
      <NamedPoints
        keys={[
          'adults:methods.motivational',
          'adults:methods.psychoeducation',
          'adults:methods.systemic',
          'adults:methods.relapse',
          'adults:methods.narrative',
          'adults:methods.nada',
          'adults:methods.names',
        ]}
      />
      <AlcoholAndDrugs
        page="adults"
        alcohol={<NamedPoints keys={['adults:methods.cbt']} />}
        drugs={
          <NamedPoints
            keys={[
              'adults:methods.cognitive',
              'adults:methods.openDialogue',
              'adults:methods.drugEducation',
              'adults:methods.hap',
            ]}
          />
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

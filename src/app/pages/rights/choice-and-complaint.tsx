import type { JSX } from 'preact'
import { AlcoholAndDrugs } from '../shared/alcohol-and-drugs.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { OpenSection } from '../shared/section.tsx'
import { Points, Say } from '../shared/words.tsx'

/** Where alcohol and drugs differ most. */
export function RightsChoiceAndComplaint(): JSX.Element {
  return (
    <>
      <Choice />
      <Complaint />
    </>
  )
}

/** The drug standard says that there is no free choice and that there is one: both sentences, never one alone. */
function Choice(): JSX.Element {
  return (
    <OpenSection id="choice" heading="rights:choice.heading">
      <AlcoholAndDrugs
        page="rights"
        alcohol={
          <>
            <Say
              keys={['rights:choice.alcohol', 'rights:choice.alcoholApproved', 'rights:choice.alcoholLimit']}
            />
            <OpenMatter id="O-21" ask="rights:choice.alcoholHow" />
          </>
        }
        drugs={
          <>
            <Say keys={['rights:choice.drugsTwo']} />
            <Points keys={['rights:choice.drugsNo', 'rights:choice.drugsYes']} />
            <Say keys={['rights:choice.drugsLimit']} />
            <OpenMatter id="O-20" ask="rights:choice.drugsAsk" />
            <Say keys={['rights:choice.drugsNameless']} />
          </>
        }
      />
      <OpenMatter id="O-10" ask="rights:choice.young" />
    </OpenSection>
  )
}

function Complaint(): JSX.Element {
  return (
    <OpenSection id="complaint" heading="rights:complaint.heading">
      <AlcoholAndDrugs
        page="rights"
        alcohol={
          <>
            <Say keys={['rights:complaint.alcohol', 'rights:complaint.alcoholNone']} />
            <OpenMatter id="O-28" ask="rights:complaint.alcoholLimit" />
          </>
        }
        drugs={
          <>
            <Say keys={['rights:complaint.drugsAbout']} />
            <Points keys={['rights:complaint.drugsRefusal', 'rights:complaint.drugsLate']} />
            <Say keys={['rights:complaint.drugsHow']} />
            <OpenMatter id="O-27" ask="rights:complaint.drugsOther" />
          </>
        }
      />
      <Say keys={['rights:complaint.both']} />
    </OpenSection>
  )
}

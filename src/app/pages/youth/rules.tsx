import type { JSX } from 'preact'
import { AlcoholAndDrugs } from '../shared/alcohol-and-drugs.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, FoldGroup } from '../shared/section.tsx'
import { Validity } from '../shared/validity.tsx'
import { Run, Say } from '../shared/words.tsx'

/** For 15-17: complaints, and how new the rules are. */
export function YouthRules(): JSX.Element {
  return (
    <FoldGroup folded id="rules" heading="youth:groups.rules">
      <FoldedSection id="disagree" heading="youth:disagree.heading">
        <AlcoholAndDrugs
          page="youth"
          alcohol={<Run keys={['youth:disagree.alcohol', 'youth:disagree.alcoholNone']} />}
          drugs={
            <>
              <Say keys={['youth:disagree.drugs', 'youth:disagree.drugsHow']} />
              <OpenMatter id="O-11" ask="youth:disagree.young" />
            </>
          }
        />
      </FoldedSection>
      <FoldedSection id="how-new" heading="youth:newness.heading">
        <Say keys={['youth:newness.what', 'youth:newness.alcohol', 'youth:newness.drugs']} />
        <Validity standard="drugs" />
      </FoldedSection>
    </FoldGroup>
  )
}

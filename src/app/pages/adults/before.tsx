import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { AlcoholAndDrugs } from '../shared/alcohol-and-drugs.tsx'
import { OpenMatter } from '../shared/open-matter.tsx'
import { FoldedSection, FoldGroup } from '../shared/section.tsx'
import { Points, Say, Sentence, Steps } from '../shared/words.tsx'

/** For adults: whether it is for me, without a name, and what happens from contact to decision. */
export function AdultsBefore(): JSX.Element {
  return (
    <FoldGroup folded id="before" heading="adults:groups.before">
      <FoldedSection id="for-me" heading="adults:me.heading">
        <Say keys={['adults:me.intro']} />
        <Points keys={['adults:me.age', 'adults:me.place', 'adults:me.use']} />
        <p>
          <Sentence id="adults:me.unsure" /> {/* The signs above tell what the question would ask for. */}
          {municipality.openMatters['O-24'] && <OpenMatter id="O-24" ask="adults:me.unsure" inline />}
        </p>
        <OpenMatter id="O-31" ask="adults:me.other" />
        <p>
          {municipality.place.phone === null && <OpenMatter id="O-33" ask="adults:me.reach" inline />}{' '}
          <OpenMatter id="O-34" ask="adults:me.language" inline />
        </p>
        <p>
          <OpenMatter id="O-02" ask="adults:me.elsewhere" inline />{' '}
          <OpenMatter id="O-03" ask="adults:me.moving" inline />
        </p>
      </FoldedSection>
      <FoldedSection id="both" heading="adults:both.heading">
        <Say keys={['adults:both.text']} />
      </FoldedSection>
      <WithoutAName />
      <FoldedSection id="step-by-step" heading="adults:steps.heading">
        <Steps
          keys={[
            'adults:steps.contact',
            'adults:steps.talk',
            'adults:steps.plans',
            'adults:steps.doctor',
            'adults:steps.meeting',
            'adults:steps.guarantee',
          ]}
        />
      </FoldedSection>
    </FoldGroup>
  )
}

function WithoutAName(): JSX.Element {
  return (
    <FoldedSection id="without-a-name" heading="adults:nameless.heading">
      <AlcoholAndDrugs
        page="adults"
        alcohol={
          <>
            <Say keys={['adults:nameless.alcohol']} />
            <OpenMatter id="O-16" ask="adults:nameless.alcoholHow" />
            <Say keys={['adults:nameless.alcoholName']} />
          </>
        }
        drugs={
          <>
            <Say keys={['adults:nameless.drugs', 'adults:nameless.criteria']} />
            <Points
              keys={['adults:nameless.attachment', 'adults:nameless.support', 'adults:nameless.little']}
            />
            <OpenMatter id="O-17" ask="adults:nameless.open" />
            <Say keys={['adults:nameless.choose']} />
            <ul>
              {municipality.anonymousProviders.map(provider => (
                <li key={provider}>{provider}</li>
              ))}
            </ul>
          </>
        }
      />
      <OpenMatter id="O-18" ask="adults:nameless.both" />
    </FoldedSection>
  )
}

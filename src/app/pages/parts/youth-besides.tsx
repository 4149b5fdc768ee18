import type { JSX } from 'preact'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { OpenMatter, OpenQuestions } from './open-matter.tsx'
import { FoldedSection } from './section.tsx'
import { Say } from './words.tsx'

/** For 15-17: doctor and mind, having a say, afterwards, complaints and what to ask. */
export function YouthBesides(): JSX.Element {
  return (
    <>
      <FoldedSection id="health" heading="youth:health.heading">
        <Say keys={['youth:health.doctor', 'youth:health.doctorDrugs', 'youth:health.substitution']} />
        <OpenMatter id="O-30" ask="youth:health.substitutionAge" />
        <Say
          keys={[
            'youth:health.psychiatrist',
            'youth:health.mind',
            'youth:health.onwards',
            'youth:health.clinic',
            'youth:health.pregnant',
          ]}
        />
        <OpenMatter id="O-19" ask="youth:health.pregnantAsk" />
      </FoldedSection>
      <FoldedSection id="your-say" heading="youth:say.heading">
        <Say
          keys={[
            'youth:say.together',
            'youth:say.goal',
            'youth:say.own',
            'youth:say.plan',
            'youth:say.update',
          ]}
        />
      </FoldedSection>
      <FoldedSection id="afterwards" heading="youth:after.heading">
        <Say keys={['youth:after.first', 'youth:after.second', 'youth:after.back']} />
      </FoldedSection>
      <FoldedSection id="disagree" heading="youth:disagree.heading">
        <AlcoholAndDrugs
          page="youth"
          alcohol={<Say keys={['youth:disagree.alcohol', 'youth:disagree.alcoholNone']} />}
          drugs={
            <>
              <Say keys={['youth:disagree.drugs', 'youth:disagree.drugsHow', 'youth:disagree.drugsWho']} />
              <OpenMatter id="O-11" ask="youth:disagree.young" />
            </>
          }
        />
      </FoldedSection>
      <FoldedSection id="questions" heading="youth:questions.heading">
        <OpenQuestions
          intro="youth:questions.intro"
          questions={[
            { id: 'O-06', ask: 'youth:questions.third', toldAbove: true },
            { id: 'O-05', ask: 'youth:questions.anonymous' },
            { id: 'O-08', ask: 'youth:questions.birthday' },
            { id: 'O-10', ask: 'youth:questions.place' },
            { id: 'O-09', ask: 'youth:questions.residential' },
          ]}
        />
      </FoldedSection>
    </>
  )
}

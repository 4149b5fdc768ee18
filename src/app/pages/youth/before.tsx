import type { JSX } from 'preact'
import { OpenMatter, OpenQuestions } from '../shared/open-matter.tsx'
import { FoldedSection, FoldGroup } from '../shared/section.tsx'
import { Run, Say } from '../shared/words.tsx'

/** For 15-17: whether it is for me, advice alone, and what to ask. */
export function YouthBefore(): JSX.Element {
  return (
    <FoldGroup folded id="before" heading="youth:groups.before">
      <FoldedSection id="for-me" heading="youth:me.heading">
        <Say keys={['youth:me.unsure', 'youth:me.alcohol']} />
        <OpenMatter id="O-25" ask="youth:me.drugsAsk" />
        <Say keys={['youth:me.both']} />
      </FoldedSection>
      <FoldedSection id="only-advice" heading="youth:advice.heading">
        <Run keys={['youth:advice.short', 'youth:advice.extended', 'youth:advice.lectures']} />
        <Say keys={['youth:advice.names']} />
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
            { id: 'O-36', ask: 'youth:questions.plan' },
          ]}
        />
      </FoldedSection>
    </FoldGroup>
  )
}

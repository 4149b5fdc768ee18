import type { JSX } from 'preact'
import { useCopy } from '../../copy/copy.ts'
import { AlcoholAndDrugs } from './alcohol-and-drugs.tsx'
import { OpenMatter } from './open-matter.tsx'
import { FoldedSection } from './section.tsx'
import { Say } from './words.tsx'

/** For adults: what is written down, children, medicine, the plan, more help, afterwards and those close. */
export function AdultsInDepth(): JSX.Element {
  return (
    <>
      <WrittenDown />
      <FoldedSection id="children" heading="adults:children.heading">
        <Say
          keys={[
            'adults:children.centre',
            'adults:children.attentive',
            'adults:children.duty',
            'adults:children.pregnant',
          ]}
        />
        <OpenMatter id="O-19" ask="adults:children.nameless" />
      </FoldedSection>
      <BodyAndMind />
      <FoldedSection id="plan" heading="adults:plan.heading">
        <Say
          keys={[
            'adults:plan.together',
            'adults:plan.starts',
            'adults:plan.update',
            'adults:plan.action',
            'adults:plan.part',
          ]}
        />
      </FoldedSection>
      <DayAndNight />
      <Afterwards />
      <Close />
    </>
  )
}

function WrittenDown(): JSX.Element {
  return (
    <FoldedSection id="written-down" heading="adults:written.heading">
      <Say
        keys={[
          'adults:written.what',
          'adults:written.staff',
          'adults:written.others',
          'adults:written.consent',
        ]}
      />
      <AlcoholAndDrugs
        page="adults"
        alcohol={<Say keys={['adults:written.alcohol', 'adults:written.alcoholRegister']} />}
        drugs={<Say keys={['adults:written.drugs', 'adults:written.drugsRegister']} />}
      />
      <OpenMatter id="O-29" ask="adults:written.both" />
      <Say keys={['adults:written.register', 'adults:written.kept', 'adults:written.see']} />
    </FoldedSection>
  )
}

function BodyAndMind(): JSX.Element {
  return (
    <>
      <FoldedSection id="doctor" heading="adults:doctor.heading">
        <Say keys={['adults:doctor.talk', 'adults:doctor.medicine']} />
        <AlcoholAndDrugs
          page="adults"
          alcohol={<Say keys={['adults:doctor.antabuse']} />}
          drugs={<Say keys={['adults:doctor.free', 'adults:doctor.substitution']} />}
        />
      </FoldedSection>
      <FoldedSection id="mind" heading="adults:mind.heading">
        <Say
          keys={[
            'adults:mind.staff',
            'adults:mind.screen',
            'adults:mind.assessment',
            'adults:mind.onwards',
            'adults:mind.clinic',
          ]}
        />
      </FoldedSection>
    </>
  )
}

function DayAndNight(): JSX.Element {
  return (
    <FoldedSection id="day-and-night" heading="adults:residential.heading">
      <Say
        keys={[
          'adults:residential.external',
          'adults:residential.first',
          'adults:residential.who',
          'adults:residential.committee',
        ]}
      />
      <OpenMatter id="O-23" ask="adults:residential.clock" />
      <Say keys={['adults:residential.payment', 'adults:residential.home']} />
      <OpenMatter id="O-37" ask="adults:residential.day" />
      <Say
        keys={[
          'adults:residential.practical',
          'adults:residential.reports',
          'adults:residential.broken',
          'adults:residential.after',
        ]}
      />
    </FoldedSection>
  )
}

function Afterwards(): JSX.Element {
  return (
    <FoldedSection id="afterwards" heading="adults:after.heading">
      <Say
        keys={[
          'adults:after.months',
          'adults:after.responsibility',
          'adults:after.first',
          'adults:after.second',
          'adults:after.goals',
          'adults:after.back',
          'adults:after.external',
          'adults:after.aftercare',
        ]}
      />
    </FoldedSection>
  )
}

function Close(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <>
      <FoldedSection id="family" heading="adults:family.heading">
        <Say
          keys={[
            'adults:family.important',
            'adults:family.view',
            'adults:family.motivated',
            'adults:family.alcohol',
            'adults:family.alongside',
            'adults:family.contain',
          ]}
        />
        <p>
          <a href={href('relatives')}>{t('adults:family.link')}</a>
        </p>
      </FoldedSection>
      <FoldedSection id="staff" heading="adults:staff.heading">
        <Say keys={['adults:staff.background', 'adults:staff.doctor']} />
      </FoldedSection>
      <FoldedSection id="rights" heading="adults:rights.heading">
        <Say keys={['adults:rights.text']} />
        <p>
          <a href={href('rights')}>{t('adults:reach.rights')}</a>
        </p>
      </FoldedSection>
    </>
  )
}

import type { JSX } from 'preact'
import type { Situation } from '../../../core/eligibility/index.ts'
import { CheckGroup, Notice, RadioGroup } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { CallNow } from '../result/call-now.tsx'
import { MOST_SCREENS } from '../steps.ts'
import { AgeQuestion, YesNoQuestion } from './parts.tsx'
import type { ScreenProps } from './screen.ts'

/** Whom it is about, and whether somebody is in danger. */
export function WhomScreen({ situation, update }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <RadioGroup
        name="subject"
        legend={t('check:ask.whom.legend')}
        legendIsHeading
        hint={t('check:intro', { most: MOST_SCREENS })}
        options={[
          { value: 'self', label: t('check:ask.whom.self') },
          {
            value: 'relative',
            label: t('check:ask.whom.relative'),
            hint: t('check:ask.whom.relativeHint'),
          },
        ]}
        value={situation.subject ?? undefined}
        onChange={subject => {
          // How old, and who the other is, was said of the one before.
          update(subject === situation.subject ? {} : { subject, age: undefined, relative_of: undefined })
        }}
      />
      <CheckGroup
        name="acute"
        legend={t('check:ask.acute.legend')}
        options={[{ value: 'yes', label: t('check:ask.acute.yes') }]}
        values={situation.acute === true ? ['yes'] : []}
        onChange={ticked => {
          update({ acute: ticked.length > 0 ? true : undefined })
        }}
      />
      {situation.acute === true && (
        <Notice tone="urgent" live>
          <p>{t('check:ask.acute.call')}</p>
          <CallNow />
        </Notice>
      )}
    </>
  )
}

const relations = ['partner', 'parent', 'child', 'sibling', 'friend'] as const

/** Who the other person is; of a child also the age, since parents of 15-17 have offers of their own. */
export function OtherScreen({ situation, update }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const other = situation.relative_of ?? {}
  return (
    <>
      <RadioGroup
        name="relation"
        legend={t('check:ask.relation.legend')}
        legendIsHeading
        options={relations.map(value => ({ value, label: t(`check:ask.relation.${value}`) }))}
        value={other.relation ?? undefined}
        onChange={relation => {
          // The age that was given is the child's: of another person it says nothing.
          update({ relative_of: { ...other, relation, age: relation === 'parent' ? other.age : undefined } })
        }}
      />
      {other.relation === 'parent' && (
        <AgeQuestion
          name="childAge"
          legend={t('check:ask.childAge.legend')}
          value={other.age}
          onChange={age => {
            update({ relative_of: { ...other, age } })
          }}
        />
      )}
    </>
  )
}

/** Age and where one lives. */
export function YouScreen({ situation, update, shows }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const asksAge = shows('age')
  const relative = situation.subject === 'relative'
  return (
    <>
      {asksAge && (
        <AgeQuestion
          name="age"
          legend={t('check:ask.ownAge.legend')}
          first
          value={situation.age}
          onChange={age => {
            update({ age })
          }}
        />
      )}
      {relative ? (
        <Connection situation={situation} update={update} first={!asksAge} />
      ) : (
        shows('resident') && (
          <YesNoQuestion
            name="resident"
            legend={t('check:ask.resident.legend')}
            first={!asksAge}
            unsure={t('check:ask.resident.unsure')}
            value={situation.resident}
            onChange={resident => {
              update({ resident })
            }}
          />
        )
      )}
    </>
  )
}

const connections = ['resident', 'enrolled', 'neither', 'unsure'] as const
type ConnectionAnswer = (typeof connections)[number]

/** Where a relative lives and whether the other is enrolled: one question, asked as the request asks it. */
function Connection(
  props: Pick<ScreenProps, 'situation' | 'update'> & { readonly first: boolean },
): JSX.Element {
  const { t } = useCopy()
  const { situation, update, first } = props
  const other = situation.relative_of ?? {}
  const label: Record<ConnectionAnswer, string> = {
    resident: t('check:yes'),
    enrolled: t('check:ask.connection.enrolled'),
    neither: t('check:no'),
    unsure: t('check:unsure'),
  }
  return (
    <RadioGroup
      name="connection"
      legend={t('check:ask.connection.legend')}
      legendIsHeading={first}
      options={connections.map(value => ({ value, label: label[value] }))}
      value={connectionOf(situation)}
      onChange={connection => {
        const { resident, enrolled } = meaning[connection]
        update({ resident, relative_of: { ...other, enrolled_here: enrolled } })
      }}
    />
  )
}

const meaning = {
  resident: { resident: true, enrolled: undefined },
  enrolled: { resident: false, enrolled: true },
  neither: { resident: false, enrolled: false },
  unsure: { resident: null, enrolled: null },
} as const satisfies Record<
  ConnectionAnswer,
  { resident: boolean | null; enrolled: boolean | null | undefined }
>

/** The choice that a situation stands for, if one was made. */
export function connectionOf({ resident, relative_of }: Situation): ConnectionAnswer | undefined {
  if (resident === true) return 'resident'
  return connections.find(
    one => meaning[one].resident === resident && meaning[one].enrolled === relative_of?.enrolled_here,
  )
}

/** Where the other person lives. */
export function PlaceScreen({ situation, update }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const other = situation.relative_of ?? {}
  return (
    <YesNoQuestion
      name="place"
      legend={t(other.relation === 'parent' ? 'check:ask.place.child' : 'check:ask.place.legend')}
      first
      value={other.lives_in_municipality}
      onChange={lives => {
        update({ relative_of: { ...other, lives_in_municipality: lives } })
      }}
    />
  )
}

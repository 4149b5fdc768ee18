import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { Notice, RadioGroup, type Option } from '../../../ui/index.ts'
import type { Answers } from '../../../core/request/index.ts'
import { CallText } from '../../call-text.tsx'
import { useCopy } from '../../copy/copy.ts'
import { Coming } from '../../coming.tsx'
import { useLater } from '../../use-later.ts'
import { copyOfRequest, laterScreens } from '../later.ts'
import type { ScreenProps } from './screen.ts'

/** Asks whom it is about: the writer as an adult or a young person, or somebody close. */
export function AudienceScreen({ answers, update, errorOf }: ScreenProps): JSX.Element {
  const { t, href } = useCopy()
  return (
    <>
      <RadioGroup
        name="audience"
        legend={t('request:audience.legend')}
        legendIsHeading
        error={errorOf('audience')}
        options={[
          { value: 'adult', label: t('request:audience.adult') },
          { value: 'youth', label: t('request:audience.youth') },
          {
            value: 'relative',
            label: t('request:audience.relative'),
            hint: t('request:audience.relativeHint'),
          },
        ]}
        value={answers.audience}
        onChange={audience => {
          update({ audience })
        }}
      />
      <p>
        <a href={`${href('youth')}#younger`}>{t('request:audience.younger')}</a>
      </p>
    </>
  )
}

/** Asks what they would like most, and where that can be booked shows the times. */
export function WishScreen(props: ScreenProps): JSX.Element {
  const { answers, update, errorOf } = props
  const { t } = useCopy()
  const texts = wishTexts(answers, t)
  const later = useLater(laterScreens, true, copyOfRequest)
  const books = answers.audience === 'relative' && answers.wish === 'relatives-course'
  const only = props.slots.kind === 'there' && props.slots.slots.length === 1
  return (
    <>
      <RadioGroup
        name="wish"
        legend={texts.legend}
        legendIsHeading
        hint={texts.hint}
        error={errorOf('wish')}
        options={texts.options}
        value={answers.wish}
        onChange={wish => {
          update({ wish })
        }}
      />
      {books && !later.here && <Coming failed={later.failed} />}
      {books && later.here && (
        <later.here.SlotPicker
          {...props}
          kind="relatives-course"
          legend={t(`request:wish.relative.${only ? 'oneLegend' : 'datesLegend'}`)}
          hint={t(`request:wish.relative.${only ? 'oneHint' : 'datesHint'}`)}
          empty={t('request:wish.relative.noDates')}
        />
      )}
    </>
  )
}

type Wish = NonNullable<Answers['wish']>

function wishTexts(
  answers: Answers,
  t: ReturnType<typeof useCopy>['t'],
): { legend: string; hint?: string; options: Option<Wish>[] } {
  switch (answers.audience) {
    case 'youth':
      return {
        legend: t('request:wish.youth.legend'),
        options: [
          {
            value: 'anonymous-talk',
            label: t('request:wish.youth.anonymous-talk'),
            hint: t('request:wish.youth.anonymous-talkHint'),
          },
          { value: 'treatment', label: t('request:wish.youth.treatment') },
        ],
      }
    case 'relative':
      return {
        legend: t('request:wish.relative.legend'),
        options: [
          { value: 'relatives-course', label: t('request:wish.relative.relatives-course') },
          { value: 'talk', label: t('request:wish.relative.talk') },
          // Support for parents stands in the section on the young of 15 to 17 (fact `youth-parents-support`).
          ...(answers.concern === 'child-15-17'
            ? [{ value: 'parent-support' as const, label: t('request:wish.relative.parent-support') }]
            : []),
          { value: 'unsure', label: t('request:wish.relative.unsure') },
        ],
      }
    case 'adult':
    case undefined:
      return {
        legend: t('request:wish.adult.legend'),
        hint: t('request:wish.adult.hint'),
        options: [
          { value: 'treatment', label: t('request:wish.adult.treatment') },
          { value: 'advice', label: t('request:wish.adult.advice') },
          { value: 'unsure', label: t('request:wish.adult.unsure') },
        ],
      }
  }
}

/** Asks whether it is alcohol, drugs or both. */
export function SubstanceScreen({ answers, update, errorOf }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const option = (value: NonNullable<Answers['substance']>): Option<typeof value> => ({
    value,
    label: t(`request:substance.${value}`),
  })
  return (
    <RadioGroup
      name="substance"
      legend={t('request:substance.legend')}
      legendIsHeading
      error={errorOf('substance')}
      options={[option('alcohol'), option('drugs'), option('both'), option('unsure')]}
      value={answers.substance}
      onChange={substance => {
        update({ substance })
      }}
    />
  )
}

/** Asks relatives whom they worry about. */
export function ConcernScreen({ answers, update, errorOf }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const children = municipality.helplines.find(line => line.id === 'children')
  const option = (value: NonNullable<Answers['concern']>): Option<typeof value> => ({
    value,
    label: t(`request:concern.${value}`),
  })
  return (
    <>
      <RadioGroup
        name="concern"
        legend={t('request:concern.legend')}
        legendIsHeading
        hint={<CallText text={t('request:concern.under18', { name: children?.name ?? '' })} />}
        error={errorOf('concern')}
        options={[option('child-under-15'), option('child-15-17'), option('adult')]}
        value={answers.concern}
        onChange={concern => {
          update({ concern })
        }}
      />
      {answers.concern === 'child-under-15' && <ForYoungerChildren name={children?.name ?? ''} />}
    </>
  )
}

/** What there is for the parent here, and whom to turn to for the child: before they write on. */
function ForYoungerChildren({ name }: { readonly name: string }): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Notice tone="info" title={t('request:concern.younger.title')} live>
      <p>{t('request:concern.younger.you')}</p>
      <p>
        <CallText text={t('request:concern.younger.child', { name })} />
      </p>
      <p>
        <a href={`${href('urgent')}#talk`}>{t('request:concern.younger.more')}</a>
      </p>
    </Notice>
  )
}

/** Asks relatives who the other person is to them. */
export function ConnectionScreen({ answers, update, errorOf }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const option = (value: NonNullable<Answers['connection']>): Option<typeof value> => ({
    value,
    label: t(`request:connection.${value}`),
  })
  return (
    <RadioGroup
      name="connection"
      legend={t('request:connection.legend')}
      legendIsHeading
      hint={t('request:connection.why')}
      error={errorOf('connection')}
      options={[option('resident'), option('enrolled'), option('neither'), option('unsure')]}
      value={answers.connection}
      onChange={connection => {
        update({ connection })
      }}
    />
  )
}

import type { JSX } from 'preact'
import { bandOfAge, type Situation, type Wish } from '../../../core/eligibility/index.ts'
import { CheckGroup, RadioGroup } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { KnownSigns } from './known-signs.tsx'
import type { ScreenProps } from './screen.ts'

const substances = ['alcohol', 'drugs', 'both', 'unsure'] as const
const uses = ['problematic', 'some', 'unsure'] as const

/** What it is about, and how the person sees it: no measure, no score. */
export function SubstanceScreen({ situation, update, shows }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <RadioGroup
        name="substance"
        legend={t('check:ask.substance.legend')}
        legendIsHeading
        options={substances.map(value => ({ value, label: t(`check:ask.substance.${value}`) }))}
        value={situation.substance ?? undefined}
        onChange={substance => {
          update({ substance })
        }}
      />
      {shows('use') && (
        <RadioGroup
          name="use"
          legend={t('check:ask.use.legend')}
          options={uses.map(value => ({ value, label: t(`check:ask.use.${value}`) }))}
          value={situation.use ?? undefined}
          onChange={use => {
            update({ use })
          }}
        />
      )}
      {shows('use') && <KnownSigns situation={situation} />}
    </>
  )
}

/** In the order most ask for them; "my parents should not know" is for those under 18 only. */
const wishes: readonly Wish[] = [
  'treatment',
  'advice-only',
  'anonymous',
  'parents-not-told',
  'medicine',
  'other-provider',
  'private-clinic',
  'intensive',
  'complain',
]

const wishesOf = (situation: Situation): readonly Wish[] =>
  wishes.filter(
    one =>
      one !== 'parents-not-told' ||
      (typeof situation.age === 'number' && bandOfAge(situation.age) === '15-17'),
  )

/** Asks what somebody would like to know or get; several may be chosen. */
export function WishesScreen({ situation, update }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  return (
    <CheckGroup
      name="wishes"
      legend={t('check:ask.wishes.legend')}
      legendIsHeading
      hint={t('check:ask.wishes.hint')}
      options={wishesOf(situation).map(value => ({ value, label: t(`check:ask.wishes.${value}`) }))}
      values={situation.wishes ?? []}
      onChange={ticked => {
        update({ wishes: ticked.length > 0 ? ticked : undefined })
      }}
    />
  )
}

import type { JSX } from 'preact'
import {
  CheckGroup,
  Heading,
  Notice,
  PhoneField,
  RadioGroup,
  TextField,
  type Option,
} from '../../../ui/index.ts'
import { isRung, type Answers } from '../../../core/request/index.ts'
import { useCopy } from '../../copy/copy.ts'
import type { ScreenProps } from './screen.ts'

/** With a name, with a number only, or without: what each means is said before it is chosen. */
export function IdentityScreen(props: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const { answers } = props
  const adult = answers.audience === 'adult'
  const about = [
    ...(answers.audience === 'youth' ? [t('request:identity.youth')] : []),
    ...(adult && concerns(answers, 'alcohol') ? [t('request:identity.alcohol')] : []),
    ...(adult && concerns(answers, 'drugs') ? [t('request:identity.drugs')] : []),
  ]
  return (
    <>
      <IdentityGroup {...props} />
      {about.length > 0 && (
        <Notice tone="info">
          {about.map(text => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      )}
    </>
  )
}

/** Whether a substance is meant; "hard to say" may mean either. */
export const concerns = (answers: Answers, substance: 'alcohol' | 'drugs'): boolean =>
  answers.substance === substance || answers.substance === 'both' || answers.substance === 'unsure'

function IdentityGroup({ answers, update, errorOf }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const treatment = answers.wish === 'treatment'
  const options: Option<NonNullable<Answers['identity']>>[] = [
    {
      value: 'named',
      label: t('request:identity.named'),
      hint: t(treatment ? 'request:identity.namedTreatmentHint' : 'request:identity.namedHint'),
    },
    {
      value: 'number-only',
      label: t('request:identity.number-only'),
      hint: t('request:identity.number-onlyHint'),
    },
    { value: 'anonymous', label: t('request:identity.anonymous'), hint: t('request:identity.anonymousHint') },
  ]
  return (
    <RadioGroup
      name="identity"
      legend={t('request:identity.legend')}
      legendIsHeading
      error={errorOf('identity')}
      options={options}
      value={answers.identity}
      onChange={identity => {
        update({ identity })
      }}
    />
  )
}

/** Asks how Torvehuset may answer. */
export function ReachScreen(props: ScreenProps): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <Heading focusable>{t('request:reach.title')}</Heading>
      <ReachFields {...props} />
    </>
  )
}

/** Who and how to reach, in one: for relatives. */
export function WhoScreen(props: ScreenProps): JSX.Element {
  return (
    <>
      <IdentityGroup {...props} />
      {isRung(props.answers) && <ReachFields {...props} />}
    </>
  )
}

function ReachFields({ answers, update, errorOf }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      {answers.identity === 'named' && (
        <TextField
          name="name"
          label={t('request:reach.name')}
          error={errorOf('name')}
          value={answers.name ?? ''}
          onInput={name => {
            update({ name })
          }}
          autoComplete="name"
          spellcheck={false}
        />
      )}
      <PhoneField
        name="phone"
        label={t('request:reach.phone')}
        error={errorOf('phone')}
        value={answers.phone ?? ''}
        onInput={phone => {
          update({ phone })
        }}
      />
      <CheckGroup
        name="callTimes"
        legend={t('request:reach.callTimes.legend')}
        hint={t('request:reach.callTimes.hint')}
        options={(['morning', 'afternoon', 'evening'] as const).map(value => ({
          value,
          label: t(`request:reach.callTimes.${value}`),
        }))}
        values={answers.callTimes ?? []}
        onChange={callTimes => {
          update({ callTimes })
        }}
      />
      <RadioGroup
        name="ifSomeoneElseAnswers"
        legend={t('request:reach.ifSomeoneElseAnswers.legend')}
        hint={t('request:reach.ifSomeoneElseAnswers.hint')}
        options={(['hang-up', 'say-municipality'] as const).map(value => ({
          value,
          label: t(`request:reach.ifSomeoneElseAnswers.${value}`),
        }))}
        value={answers.ifSomeoneElseAnswers}
        onChange={ifSomeoneElseAnswers => {
          update({ ifSomeoneElseAnswers })
        }}
      />
    </>
  )
}

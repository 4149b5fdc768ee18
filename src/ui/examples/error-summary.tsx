import { ErrorSummary, PhoneField } from '../index.ts'
import { Wishing } from './choices.tsx'
import { type Example, nothing } from './example.ts'

export const problems = [
  { name: 'wish', text: 'Vælg det, der passer bedst' },
  { name: 'phone', text: 'Skriv et nummer, vi kan ringe til' },
]

export const errorSummaryExamples: readonly Example[] = [
  {
    component: 'ErrorSummary',
    name: 'two things to mend',
    node: (
      <>
        <ErrorSummary title="Der mangler noget" errors={problems} />
        <Wishing error="Vælg det, der passer bedst" />
        <PhoneField
          name="phone"
          label="Telefonnummer"
          error="Skriv et nummer, vi kan ringe til"
          value=""
          onInput={nothing}
        />
      </>
    ),
  },
]

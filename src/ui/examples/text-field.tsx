import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { MessageField, PhoneField, TextField } from '../index.ts'
import { type Example, nothing } from './example.ts'

function Writing({
  start,
  maxLength,
  left,
}: {
  readonly start: string
  readonly maxLength: number
  readonly left: string
}): VNode {
  const [value, setValue] = useState(start)
  return (
    <MessageField
      name="message"
      label="Vil du skrive lidt?"
      optional
      hint="Skriv ikke cpr-nummer eller andres navne."
      value={value}
      onInput={setValue}
      maxLength={maxLength}
      left={left}
    />
  )
}

export const textFieldExamples: readonly Example[] = [
  {
    component: 'TextField',
    name: 'with a hint',
    node: (
      <TextField
        name="name"
        label="Navn"
        hint="Det, vi skal kalde dig."
        value=""
        onInput={nothing}
        autoComplete="name"
      />
    ),
  },
  {
    component: 'TextField',
    name: 'as the question of the page',
    node: (
      <TextField
        name="code"
        label="Skriv din kode"
        labelIsHeading
        value=""
        onInput={nothing}
        error="Koden passer ikke. Se efter igen"
      />
    ),
  },
  {
    component: 'PhoneField',
    name: 'with an error',
    node: (
      <PhoneField
        name="phone"
        label="Telefonnummer"
        error="Skriv et nummer, vi kan ringe til"
        value="12"
        onInput={nothing}
      />
    ),
  },
  {
    component: 'MessageField',
    name: 'with room left',
    node: (
      <Writing start="Jeg vil gerne høre mere." maxLength={1000} left="Der er plads til 976 tegn mere." />
    ),
  },
  {
    component: 'MessageField',
    name: 'too long',
    node: <Writing start="Den er lidt for lang." maxLength={10} left="Der er 11 tegn for meget." />,
  },
]

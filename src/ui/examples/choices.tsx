import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { CheckGroup, RadioGroup } from '../index.ts'
import type { Example } from './example.ts'

const wishes = [
  {
    value: 'treatment',
    label: 'I gang med behandling',
    hint: 'Fristerne gælder, når du beder om behandling.',
  },
  { value: 'advice', label: 'Tale med nogen først' },
  { value: 'unsure', label: 'Det ved jeg ikke' },
]

const callTimes = [
  { value: 'morning', label: 'Formiddag', hint: 'Mellem 9 og 12' },
  { value: 'afternoon', label: 'Eftermiddag', hint: 'Mellem 12 og 15' },
]

/** The question of what somebody would like most, as an example of radio buttons. */
export function Wishing({ error, start }: { readonly error?: string; readonly start?: string }): VNode {
  const [value, setValue] = useState(start)
  return (
    <RadioGroup
      name="wish"
      legend="Hvad vil du helst?"
      legendIsHeading
      hint="Du kan altid ændre mening."
      error={error}
      options={wishes}
      value={value}
      onChange={setValue}
    />
  )
}

function Calling({ error, start }: { readonly error?: string; readonly start: readonly string[] }): VNode {
  const [values, setValues] = useState(start)
  return (
    <CheckGroup
      name="callTimes"
      legend="Hvornår må vi ringe?"
      error={error}
      options={callTimes}
      values={values}
      onChange={setValues}
    />
  )
}

export const choiceExamples: readonly Example[] = [
  { component: 'RadioGroup', name: 'nothing chosen', node: <Wishing /> },
  { component: 'RadioGroup', name: 'one chosen', node: <Wishing start="advice" /> },
  { component: 'RadioGroup', name: 'with an error', node: <Wishing error="Vælg det, der passer bedst" /> },
  { component: 'CheckGroup', name: 'one chosen', node: <Calling start={['morning']} /> },
  {
    component: 'CheckGroup',
    name: 'with an error',
    node: <Calling start={[]} error="Vælg, hvornår vi må ringe" />,
  },
]

import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { TimePicker } from '../index.ts'
import type { Example } from './example.ts'

const times = [
  { id: 'a', day: 'Torsdag den 26. november', time: 'Kl. 14.30', detail: 'På stedet' },
  { id: 'b', day: 'Torsdag den 26. november', time: 'Kl. 15.30', detail: 'Telefon' },
  { id: 'c', day: 'Mandag den 30. november', time: 'Kl. 10.00', detail: 'På stedet' },
  { id: 'd', day: 'Mandag den 30. november', time: 'Kl. 16.00', detail: 'På stedet' },
]

function Picking({ start, error }: { readonly start: readonly string[]; readonly error?: string }): VNode {
  const [chosen, setChosen] = useState(start)
  return (
    <TimePicker
      name="slotIds"
      legend="Hvornår kan du komme?"
      legendIsHeading
      hint="Vælg op til to tider. Sæt kryds ved den bedste først."
      error={error}
      times={times.map(time => ({ ...time, orderText: `${chosen.indexOf(time.id) + 1}. ønske` }))}
      chosen={chosen}
      max={2}
      limitText="Du har valgt to tider. Fjern en, hvis du vil vælge en anden."
      onChange={setChosen}
    />
  )
}

export const timePickerExamples: readonly Example[] = [
  { component: 'TimePicker', name: 'nothing chosen', node: <Picking start={[]} /> },
  { component: 'TimePicker', name: 'as many as may be chosen', node: <Picking start={['c', 'a']} /> },
  { component: 'TimePicker', name: 'with an error', node: <Picking start={[]} error="Vælg mindst en tid" /> },
]

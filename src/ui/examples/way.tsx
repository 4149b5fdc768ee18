import { Prose, SideBySide, Way } from '../index.ts'
import type { Example } from './example.ts'

export const way = (
  <Way
    steps={[
      { title: 'Du skriver eller ringer', text: <p>Med navn eller uden.</p> },
      { title: 'Første samtale', text: <p>Som regel inden 1 uge.</p> },
      { title: 'En plan sammen', text: <p>I finder ud af, hvad der hjælper dig.</p> },
      { title: 'Tiden efter', text: <p>Nogen spørger, hvordan det går.</p> },
    ]}
  />
)

export const wayExamples: readonly Example[] = [
  { component: 'Way', name: 'from first contact to afterwards', node: way },
  {
    component: 'SideBySide',
    name: 'two substances',
    node: (
      <SideBySide
        level={2}
        label="Alkohol og stoffer"
        columns={[
          { title: 'Alkohol', children: <p>Du kan få hjælp uden navn.</p> },
          { title: 'Stoffer', children: <p>Hjælp uden navn er for nogle voksne.</p> },
        ]}
      />
    ),
  },
  {
    component: 'Prose',
    name: 'running text',
    node: (
      <Prose>
        <h2>Hvad sker der første gang?</h2>
        <p>
          Du bliver mødt ved døren af en, der arbejder her. I sætter jer i et rum for jer selv. Du fortæller
          det, du vil, og du kan altid sige nej. Se også <a href="#rettigheder">dine rettigheder</a>.
        </p>
        <ul>
          <li>Du må tage en med.</li>
          <li>Du må gå igen.</li>
        </ul>
      </Prose>
    ),
  },
]

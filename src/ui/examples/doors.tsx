import { DoorCard, Doors, Opening } from '../index.ts'
import type { Example } from './example.ts'

export const doors = (
  <Doors>
    <DoorCard
      href="#voksne"
      title="Jeg er voksen"
      text="Hjælp til dig selv, med navn eller uden."
      drawing="door"
      audience="adult"
    />
    <DoorCard
      href="#unge"
      title="Jeg er 15-17 år"
      text="Er du yngre? Her er hjælp til dig."
      drawing="bench"
      audience="youth"
    />
    <DoorCard
      href="#paaroerende"
      title="Jeg er pårørende"
      text="Også hvis den anden ikke vil."
      drawing="table-talk"
      audience="relative"
    />
  </Doors>
)

export const doorExamples: readonly Example[] = [
  { component: 'Doors', name: 'three with drawings', node: doors },
  {
    component: 'DoorCard',
    name: 'without text or drawing',
    node: (
      <Doors>
        <DoorCard href="#svar" title="Jeg har en kode" />
      </Doors>
    ),
  },
  {
    component: 'Opening',
    name: 'the street in the evening',
    node: (
      <Opening>
        <p>Der er lys i vinduet.</p>
      </Opening>
    ),
  },
]

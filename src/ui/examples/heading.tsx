import { Heading, StepText } from '../index.ts'
import type { Example } from './example.ts'

export const headingExamples: readonly Example[] = [
  {
    component: 'Heading',
    name: 'three levels',
    node: (
      <>
        <Heading level={1}>Hvem får det at vide?</Heading>
        <Heading level={2}>Når du siger dit navn</Heading>
        <Heading level={3}>Dem, der arbejder her</Heading>
      </>
    ),
  },
  { component: 'StepText', name: 'in the middle', node: <StepText>Trin 2 af 5</StepText> },
]

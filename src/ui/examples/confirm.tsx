import { Button, Confirm } from '../index.ts'
import type { Example } from './example.ts'

export const confirmExamples: readonly Example[] = [true, false].map(asking => ({
  component: 'Confirm',
  name: asking ? 'the question' : 'the buttons before',
  node: (
    <Confirm
      asking={asking}
      label="Meld fra"
      question="Vil du give tiden tilbage? Så kan en anden få den."
      answers={
        <>
          <Button kind="danger">Ja, meld fra</Button>
          <Button kind="quiet">Nej, behold tiden</Button>
        </>
      }
    >
      <Button kind="quiet">Flyt tiden</Button>
      <Button kind="quiet" data-asks="">
        Meld fra
      </Button>
    </Confirm>
  ),
}))

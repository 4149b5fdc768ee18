import { Actions, BackLink, Button, LinkButton } from '../index.ts'
import { type Example, nothing } from './example.ts'

export const buttonExamples: readonly Example[] = [
  {
    component: 'Button',
    name: 'every kind',
    node: (
      <Actions>
        <Button>Send</Button>
        <Button kind="quiet">Gem til senere</Button>
        <Button kind="danger">Træk tilbage</Button>
        <LinkButton kind="urgent" icon="phone" href="tel:112">
          Ring 112
        </LinkButton>
      </Actions>
    ),
  },
  {
    component: 'Button',
    name: 'busy',
    node: (
      <Button busy busyLabel="Sender …">
        Send
      </Button>
    ),
  },
  { component: 'BackLink', name: 'as a link', node: <BackLink href="#back">Tilbage</BackLink> },
  { component: 'BackLink', name: 'as a button', node: <BackLink onClick={nothing}>Tilbage</BackLink> },
]

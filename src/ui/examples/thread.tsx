import { Thread, ThreadItem, ThreadText } from '../index.ts'
import type { Example } from './example.ts'

export const threadExamples: readonly Example[] = [
  {
    component: 'Thread',
    name: 'a reply, an answer that waits, and one that is not genuine',
    node: (
      <Thread>
        <ThreadItem who="Torvehuset" when="torsdag den 26. november">
          <ThreadText>{'Hej. Du er velkommen.\n\nKom bare.'}</ThreadText>
        </ThreadItem>
        <ThreadItem who="Dig" when="fredag den 27. november" own tag="Ikke sendt endnu">
          <ThreadText>Tak.</ThreadText>
        </ThreadItem>
        <ThreadItem who="Ukendt" when="fredag den 27. november" doubtful>
          <p>Denne besked er ikke ægte.</p>
        </ThreadItem>
      </Thread>
    ),
  },
]

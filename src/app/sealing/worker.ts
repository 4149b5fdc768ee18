import type { Report, Task } from '../../client/beside.ts'
import { perform, type Crafts } from './crafts.ts'

// Seals and opens beside the page. It keeps nothing between two tasks; the page ends it when somebody leaves, and with it
// all that it holds. Its modules are the page's own (src/commands/sealing-worker.ts).

const report = (what: Report): void => {
  postMessage(what)
}

addEventListener('message', ({ data: { turn, craft, input } }: MessageEvent<Task>) => {
  report('begun')
  // Sound: the page sends a craft with its own input.
  perform(craft as keyof Crafts, input as never).then(
    made => {
      report({ turn, made })
    },
    () => {
      // The page does it again and then knows why: an error with its type cannot be handed over.
      report({ turn })
    },
  )
})
report('ready')

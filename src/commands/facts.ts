// The desk's proof-reading: each fact with the sentences that tell it, and each sentence that rests on none.
// npm run --silent facts
import { report } from './facts-report.ts'
import { runCommand } from './run.ts'

await runCommand(() => {
  console.log(report().text)
  return Promise.resolve()
})

// The desk's proof-reading: each fact with the sentences that tell it, and each sentence that rests on none.
// npm run --silent facts [-- WORDS]     (WORDS: only what has them in it, "14 dage" or "guarantee-start" or "/voksne")
import { report } from './facts-report.ts'
import { Refused, runCommand } from './run.ts'

await runCommand(() => {
  const search = process.argv.slice(2).join(' ')
  const { text, shown } = report(search)
  if (shown === 0) throw new Refused(`No fact and no sentence has ${JSON.stringify(search)} in it.`)
  console.log(text)
  return Promise.resolve()
})

import { runCommand, Refused } from '../run.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { open } from './open.ts'
import { prune } from './prune.ts'
import { restore } from './restore.ts'
import { keys } from './keys.ts'
import { newTeam } from './new-team.ts'
import { confirmDay } from './confirm-day.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'

/** What `node dist/server.mjs COMMAND` can do. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  serve,
  check,
  backup,
  prune,
  restore,
  open,
  verify,
  'confirm-day': confirmDay,
  audit,
  keys,
  'new-team': newTeam,
}

/** The server as one file: `node server.mjs` serves, `node server.mjs backup …` and the others do one thing and end. */
await runCommand(async () => {
  const [name = 'serve', ...args] = process.argv.slice(2)
  const command = commands[name]
  if (command === undefined) {
    throw new Refused(`"${name}" is none of the commands: ${Object.keys(commands).join(', ')}`)
  }
  await command(args)
})

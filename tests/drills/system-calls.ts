// Which calls of the system a program makes, and which of them a unit of systemd would refuse. Nothing here needs systemd to
// run: `strace` tells the first, and `systemd-analyze syscall-filter` what a set such as `@system-service` holds.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether both programs are there. */
export async function canTrace(): Promise<boolean> {
  const there = (program: string, arg: string): Promise<boolean> =>
    run(program, [arg]).then(
      () => true,
      () => false,
    )
  return (await there('strace', '-V')) && (await there('systemd-analyze', '--version'))
}

/** A command so that the calls of it and of all its threads are written into a file. As root it runs as nobody, as the service does as a user of its own. */
export function traced(file: string, command: readonly string[]): [string, string[]] {
  const asOther = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  return ['strace', ['-f', '-qq', ...asOther, '-o', file, ...command]]
}

/** The names of the calls in what `strace` has written. */
export async function callsIn(file: string): Promise<Set<string>> {
  const lines = await readFile(file, 'utf8')
  return new Set([...lines.matchAll(/^\d+ +([a-z_0-9]+)\(/gm)].map(([, name = '']) => name))
}

/** The kinds of sockets it has opened, `AF_INET` and the like. */
export async function familiesIn(file: string): Promise<Set<string>> {
  const lines = await readFile(file, 'utf8')
  return new Set([...lines.matchAll(/^\d+ +socket\((AF_[A-Z0-9]+)/gm)].map(([, name = '']) => name))
}

/** What `SystemCallFilter=` of a unit allows: a first line lists what is allowed, and one that begins with `~` takes away. */
export async function allowedBy(unit: string): Promise<Set<string>> {
  const allowed = new Set<string>()
  for (const [, isOff, sets = ''] of unit.matchAll(/^SystemCallFilter=(~?)(.+)$/gm)) {
    for (const set of sets.split(' ')) {
      for (const name of await membersOf(set)) {
        if (isOff === '~') allowed.delete(name)
        else allowed.add(name)
      }
    }
  }
  // systemd itself starts the program with these, under every filter that lists what is allowed (systemd.exec(5)).
  for (const name of await membersOf('@default')) allowed.add(name)
  return allowed
}

const known = new Map<string, readonly string[]>()

/** The calls of a set and of the sets within it; a call is a set of itself. */
async function membersOf(set: string): Promise<readonly string[]> {
  if (!set.startsWith('@')) return [set]
  const before = known.get(set)
  if (before !== undefined) return before
  const { stdout } = await run('systemd-analyze', ['syscall-filter', '--no-pager', set])
  const inside = stdout
    .split('\n')
    .slice(1)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
  const members = (await Promise.all(inside.map(membersOf))).flat()
  known.set(set, members)
  return members
}

// What systemd itself says of the units in deploy/: that it takes them, and how exposed each service is. Needs
// `systemd-analyze` (Debian's package systemd; nothing has to run). Part of `npm run test:all`.
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const deploy = resolve(import.meta.dirname, '../../deploy')
/** Of ten; systemd calls up to 2 "OK", and what is left is the network and what V8 needs. */
const MOST_EXPOSED = 2

const dir = await mkdtemp(join(tmpdir(), 'units-'))
try {
  const units = (await readdir(deploy)).filter(name => /\.(service|socket|timer)$/.test(name))
  // One of a template, as an operator would start it.
  const named = (unit: string): string => unit.replace('@.', '@lyngby-taarbaek.')
  for (const unit of units) await copyFile(join(deploy, unit), join(dir, named(unit)))
  for (const unit of units.map(named)) {
    const { stdout, stderr } = await run('systemd-analyze', ['verify', `./${unit}`], { cwd: dir })
    if (stdout + stderr !== '') throw new Error(`${unit}: ${stdout}${stderr}`)
    if (!unit.endsWith('.service')) continue
    const security = ['security', '--offline=true', '--no-pager', `./${unit}`]
    const said = (await run('systemd-analyze', security, { cwd: dir })).stdout
    const exposure = Number(/Overall exposure level for \S+: ([\d.]+)/.exec(said)?.[1])
    console.log(`${unit}: taken, exposure ${exposure}`)
    if (!(exposure <= MOST_EXPOSED)) throw new Error(`${unit} is exposed by ${exposure}`)
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}

import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const deploy = resolve(import.meta.dirname, '../../deploy')
const units = await readdir(deploy)
const services = units.filter(name => name.endsWith('.service'))
const textOf = (name: string): Promise<string> => readFile(join(deploy, name), 'utf8')

// tests/drills/under-unit.ts compares what the program really calls; it needs strace, and minutes.
test('each service lets V8 ask for its protection keys, and a call that is refused is an error and no death', async () => {
  expect(services).toHaveLength(7)
  for (const name of services) {
    const unit = await textOf(name)
    expect(unit, name).toMatch(/^SystemCallFilter=@system-service @pkey$/m)
    expect(unit, name).toMatch(/^SystemCallErrorNumber=EPERM$/m)
  }
})

test('no unit writes how many rows there are into the journal, which adds the time', async () => {
  const backups = services.filter(name => name !== 'foerste-snak.service')
  expect(backups).toHaveLength(6)
  for (const name of backups) expect(await textOf(name), name).toMatch(/^StandardOutput=null$/m)
})

// Where nothing is said of it, it goes where the standard output goes: systemd.exec(5), StandardError.
test('each unit writes its faults into the journal', async () => {
  for (const name of services.filter(one => one !== 'foerste-snak.service'))
    expect(await textOf(name), name).toMatch(/^StandardError=journal$/m)
})

// 14 hours of backups are no use on Monday to what was damaged on Friday night, and more than 14 days are promised away.
test('backups reach back 13 days, and each run first removes what is out of its time', async () => {
  for (const at of ['', '@']) {
    const [hourly, daily] = [
      await textOf(`foerste-snak-backup${at}.service`),
      await textOf(`foerste-snak-daily${at}.service`),
    ]
    const of = at === '' ? '' : '/%i'
    expect(hourly).toMatch(
      new RegExp(`^ExecStart=.* backup .*--to /var/backups/foerste-snak${of} --keep 14$`, 'm'),
    )
    expect(daily).toMatch(
      new RegExp(`^ExecStart=.* backup .*--to /var/backups/foerste-snak${of}/daily --keep 13$`, 'm'),
    )
    // An old file that cannot be removed keeps no backup from being made ("-"); after it, the unit fails by that.
    for (const unit of [hourly, daily])
      for (const line of ['ExecStartPre=-', 'ExecStartPost='])
        expect(unit).toMatch(new RegExp(`^${line}/usr/bin/node \\S+ prune /var/backups/foerste-snak$`, 'm'))
    expect(await textOf(`foerste-snak-daily${at}.timer`)).toMatch(/^OnCalendar=\*-\*-\* /m)
  }
})

import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillDemoDesk } from '../../src/commands/demo-desk.ts'
import { addMember } from '../../src/commands/team-keys.ts'
import { readKeyFile } from '../../src/core/sealing/index.ts'
import { builtDir, startServer, type TestServer } from './server.ts'

/** A server with the made-up people of `npm run dev`, and Anne on the team. */
export async function startFilled(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'filled-'))
  await cp(join(builtDir, 'keys'), dataDir, { recursive: true })
  await addMember(dataDir, readKeyFile(await readFile(join(dataDir, 'demo.key.json'), 'utf8')), 'Anne')
  await fillDemoDesk(dataDir)
  const server = await startServer({ INTAKE_DATA: dataDir })
  return {
    ...server,
    stop: async signal => {
      await server.stop(signal)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

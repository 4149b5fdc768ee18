import { readTeam } from '../staff/team.ts'
import { checkDatabase, checkFolder, freeOn } from './check-store.ts'
import type { Config } from '../settings/config.ts'
import { readNotify } from '../settings/notify.ts'
import { unreadyIn } from '../settings/refuse-unready.ts'
import { saidBy, SettingError } from '../settings/setting-error.ts'
import { readSite } from '../settings/site.ts'

/**
 * What around the settings keeps a service from starting: keys, pages, folders, rights, database. Nothing is changed.
 * One sentence each, in the order in which they are best mended.
 *
 * @param problems what is wrong with the settings themselves; what rests on one of them is not looked at
 * @param free what is free on the disk of a folder, in bytes
 */
export async function faultsOf(
  config: Config,
  problems: readonly SettingError[],
  free = freeOn,
): Promise<string[]> {
  const isSound = (...names: string[]): boolean => !problems.some(({ setting }) => names.includes(setting))
  const faults: string[] = []
  /** What a look gives; null when it throws, and then the sentence is kept. */
  async function look<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (cause) {
      if (!(cause instanceof SettingError)) throw cause
      faults.push(saidBy(cause))
      return null
    }
  }

  const { store, notices } = config
  const team = isSound('KEYS_FILE') ? await look(() => readTeam(config.keysFile)) : null
  const site = await look(() => readSite(config.siteDir))
  faults.push(...unreadyIn({ config, team, site }).map(saidBy))
  if (isSound('INTAKE_DATA', 'DATABASE_URL')) {
    if ('dataDir' in store) await look(() => checkFolder(store, free))
    await look(() => checkDatabase(store, team))
  }
  if (notices !== null) await look(() => readNotify(notices.file))
  return faults
}

import { describeError } from './log.ts'
import { saidBy, SettingError } from './settings/setting-error.ts'

/**
 * Why a municipality cannot start, as the log tells it: by the setting, where it is one; else by the error's name and where
 * it came from, since whatever it is must not end the others.
 */
export function refusalOf(error: unknown): { readonly setting: string; readonly why: string } {
  if (error instanceof SettingError) return { setting: error.setting, why: saidBy(error) }
  const { error: name, says, at } = describeError(error)
  return { setting: 'none', why: says ?? [name, ...at].join(', ') }
}

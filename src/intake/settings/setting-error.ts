/** A setting that is missing or bad. The message is one sentence that names it; nothing starts. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
  readonly setting: string

  constructor(setting: string, sentence: string, options?: ErrorOptions) {
    super(`${setting} ${sentence}.`, options)
    this.setting = setting
  }
}

/**
 * What an error says to an operator: its sentence, and the system's short name for what went wrong beneath, e.g.
 * ` (ECONNREFUSED)`. Not the system's words: they may hold a password.
 */
export function saidBy({ message, cause }: Error): string {
  return message + (cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '')
}

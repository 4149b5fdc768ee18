/** A setting that is missing or bad. The message is one sentence that names it; nothing starts. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
  readonly setting: string

  constructor(setting: string, sentence: string, options?: ErrorOptions) {
    super(`${setting} ${sentence}.`, options)
    this.setting = setting
  }
}

import { SettingError } from '../intake/setting-error.ts'

/**
 * Runs a command. A setting that is missing or bad ends it with 1 and the sentence that names it; anything else is a
 * fault of ours and keeps its stack.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof SettingError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

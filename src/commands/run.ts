import { saidBy, SettingError } from '../intake/settings/setting-error.ts'

/** What is wrong with a call or its files; the message is for the person at the terminal. */
export class Refused extends Error {}

/**
 * Runs a command. A setting that is missing or bad ends it with 1 and the sentence that names it, what is refused with
 * what is wrong; anything else is a fault of ours and keeps its stack.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof SettingError || error instanceof Refused)) throw error
    console.error(saidBy(error))
    process.exitCode = 1
  }
}

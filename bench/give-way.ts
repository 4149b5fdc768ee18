import { readdir } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'

const { PRIORITY_LOW, PRIORITY_NORMAL } = constants.priority

/**
 * Lets a browser that runs already go before this process, where both want the same core: at a desk the intake, and what measures,
 * are on another computer. On Linux each thread has a priority of its own, and a new one that of the thread that made it.
 * @returns what takes it back, where the system lets one: it may want a right for that
 */
export async function giveWay(): Promise<() => Promise<void>> {
  await setThreads(PRIORITY_LOW)
  return () => setThreads(PRIORITY_NORMAL)
}

async function setThreads(priority: number): Promise<void> {
  // No such folder on other systems: there a process has one priority.
  const threads = await readdir('/proc/self/task').catch(() => ['0'])
  for (const thread of threads)
    try {
      setPriority(Number(thread), priority)
    } catch {
      // It has ended meanwhile, or this user may not raise what was lowered.
    }
}

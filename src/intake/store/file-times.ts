import { statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { SQLITE_FILE } from './sqlite-open.ts'

/** On a quiet day the time of the last change is the time of one person's request: it stands for so long at most. */
const EVERY_MS = 60_000

/**
 * Sets the times of the database's files back to the beginning of their day, each minute and at the end. (The time of
 * the last change of the file's own record, `ctime`, cannot be set: it says when this was last done.)
 */
export function keepFileTimes(dataDir: string): { stop(): void } {
  const timer = setInterval(() => {
    setBack(dataDir)
  }, EVERY_MS).unref()
  setBack(dataDir)
  return {
    stop: () => {
      clearInterval(timer)
      setBack(dataDir)
    },
  }
}

function setBack(dataDir: string): void {
  for (const end of ['', '-wal', '-shm']) {
    const file = join(dataDir, SQLITE_FILE + end)
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat) continue
    const midnight = new Date(stat.mtime).setUTCHours(0, 0, 0, 0) / 1000
    utimesSync(file, midnight, midnight)
  }
}

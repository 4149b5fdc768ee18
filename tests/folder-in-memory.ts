import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Memory that stands as a folder, where a gigabyte of it is free: no test waits for a disk there, nor works for one. */
export function folderInMemory(shared = '/dev/shm'): string {
  if (!existsSync(shared)) return tmpdir()
  const { bavail, bsize } = statfsSync(shared)
  return bavail * bsize > 1e9 ? shared : tmpdir()
}

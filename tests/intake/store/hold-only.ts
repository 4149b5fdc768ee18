import { holdFolder } from '../../../src/intake/store/sqlite-hold.ts'

// Run by a test as a process of its own: holds a folder until it is killed.
await holdFolder(process.argv[2] ?? '')
process.stdout.write('held')
setInterval(() => undefined, 60_000)

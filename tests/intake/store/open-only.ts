import { openStore } from '../../../src/intake/store/open-store.ts'

// Run by other tests as another user: opens the store of a folder, and says why it does not open.
await openStore({ dataDir: process.argv[2] ?? '' }).then(
  store => store.close(),
  (cause: unknown) => {
    process.stdout.write(cause instanceof Error ? cause.message : String(cause))
  },
)

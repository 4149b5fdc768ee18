import { besidePage } from '../../client/beside.ts'
import { onLeave } from '../leave/on-leave.ts'
import { sealingWorkerAddress } from '../trusted-types.ts'
import type { Crafts } from './crafts.ts'
import { startWorker } from '../phone/worker.ts'

// Loaded only when it is needed: with what it imports the largest part of the app, and most visits never need it.
const loadCrafts = async () => import('./crafts.ts')

const beside = besidePage<Crafts>(
  () => {
    onLeave(endSealing)
    return startWorker(sealingWorkerAddress())
  },
  {
    fetch() {
      loadCrafts().catch(() => {
        // It is loaded again when it is needed, and the failure is shown then.
      })
    },
    perform: (craft, input) => loadCrafts().then(({ perform }) => perform(craft, input)),
  },
)

/** Fetches what seals while a screen is read, so that a network that goes away then does not matter. */
export const prepareSealing = beside.prepare

/** Seals and opens off the page's own thread, or on it where the phone has no worker. @throws as `crafts.ts` does */
export const performBeside = beside.perform

/** Nothing of what was sealed or opened stays beside the page. What is under way is given up: it throws `Ended`. */
export const endSealing = beside.end

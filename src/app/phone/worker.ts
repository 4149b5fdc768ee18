/** A program beside the page. @throws where the phone has no workers, or refuses this one */
export const startWorker = (address: string): Worker => new Worker(address, { type: 'module' })

/** Where the program is that seals beside the page. A build puts the address of its script here (src/commands/sealing-worker.ts). */
export const SEALING_WORKER: string = new URL('./worker.ts', import.meta.url).href

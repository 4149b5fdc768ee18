/** Goes on in a task of its own, after what waits: a tap, or something to be drawn. */
export const nextTask = (): Promise<void> => new Promise(done => setTimeout(done))

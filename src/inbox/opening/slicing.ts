/** Milliseconds of opening before the page gets a turn for keys and drawing. */
const SLICE = 24

/** Gives the page a turn whenever a slice of time is used up. */
export function slicing(): () => Promise<void> | null {
  let began = performance.now()
  return () => {
    if (performance.now() - began < SLICE) return null
    return new Promise<void>(done => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        began = performance.now()
        done()
      }
      port2.postMessage(null)
    })
  }
}

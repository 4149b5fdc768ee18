/**
 * Does a piece of work in a task of its own, so that neither waits for the other: keys have their turn between. A browser that
 * has no such tasks does it at once.
 * @param isWaitedFor whether somebody has pressed something and looks at the screen for it
 */
export function inOwnTask(work: () => void, isWaitedFor = false): void {
  if ('scheduler' in globalThis)
    scheduler.postTask(work, { priority: isWaitedFor ? 'user-blocking' : 'user-visible' }).catch(reportError)
  else work()
}

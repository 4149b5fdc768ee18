const wipers = new Set<() => void>()

/**
 * Registers something that forgets what a part of the app holds. Called at once when somebody leaves; must not wait.
 * Returns how to take it back.
 */
export function onLeave(wipe: () => void): () => void {
  wipers.add(wipe)
  return () => wipers.delete(wipe)
}

/** Lets all parts forget. One that fails must not keep the others from it, nor keep anybody here. */
export function wipeAll(): void {
  for (const wipe of wipers) {
    try {
      wipe()
    } catch (error) {
      setTimeout(() => {
        throw error
      })
    }
  }
}

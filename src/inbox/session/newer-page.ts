/**
 * Whether the server gives another inbox by now than the one that runs here: a tab at a desk may outlive a build.
 * @returns false where that cannot be known
 */
export async function isReplaced(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')
  if (own === null) return false
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' })
    return answer.ok && !(await answer.text()).includes(new URL(own.src).pathname)
  } catch {
    return false // No network: what is signed in with has just come over it, and it is asked again next time.
  }
}

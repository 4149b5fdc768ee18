import Router, { route } from 'preact-router'

// The only file that knows preact-router: what the app asks of it is here.

/** Shows the child whose `path` is the address; `onChange` hears `{ url }` of each change, the first included. */
export { Router }

/** Goes to another page of the app on the spot, with a new entry in the history. */
export function goTo(path: string): void {
  route(path)
}

import type { Way } from './refusing.ts'

const atOnce: readonly Way[] = ['missing', 'throws when asked for', 'throws']
const later: readonly Way[] = [...atOnce, 'rejects', 'never answers']

/** Every part of the browser that the app does without where it is refused, and the ways in which each refuses. */
export const parts: readonly (readonly [part: string, ways: readonly Way[]])[] = [
  ['sessionStorage', atOnce],
  ['indexedDB', atOnce],
  ['BroadcastChannel', atOnce],
  ['Worker', atOnce],
  ['matchMedia', atOnce],
  ['navigation', atOnce],
  ['performance', atOnce],
  ['requestIdleCallback', atOnce],
  // A plain value of the language: to read it cannot fail.
  ['Intl', ['missing', 'throws']],
  ['history.pushState', atOnce],
  ['history.replaceState', atOnce],
  ['history.go', atOnce],
  ['navigator.onLine', atOnce],
  ['crypto.randomUUID', atOnce],
  ['caches', later],
  ['navigator.locks', later],
  ['navigator.serviceWorker', later],
  ['navigator.storage', later],
  ['navigator.clipboard', later],
  // A person may take any time to choose with whom to share: what never answers looks the same.
  ['navigator.share', [...atOnce, 'rejects']],
  ['navigator.canShare', atOnce],
  ['File', ['missing', 'throws when asked for']],
  ['URL.createObjectURL', atOnce],
  ['print', atOnce],
]

import type { VNode } from 'preact'

/** Paths on a 24 x 24 grid, drawn with one round 2-unit stroke in the colour of the text. */
const paths = {
  back: 'M19 12H5m6-6-6 6 6 6',
  forward: 'M5 12h14m-6-6 6 6-6 6',
  check: 'm5 13 4.5 4.5L19 7',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  print: 'M7 9V3h10v6M7 18H4v-7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7h-3M7 14h10v7H7z',
  phone: 'M5 3h4l2 5-2.5 1.7a12 12 0 0 0 5.8 5.8L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z',
  leave: 'M13 4H5v16h8M10 12h11m-4-4 4 4-4 4',
  info: 'M12 11v6M12 7v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  // A flag: notice this. A heart would comfort where something is to be done, a lamp would offer a tip.
  care: 'M6 21V4h12l-3 4.5L18 13H6',
  urgent: 'M12 7v6m0 4v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  done: 'm8 12.5 3 3 5-6M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  letter: 'M3 6h18v13H3zm0 1 9 7 9-7',
  erase: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13m-6.5 4v5m3-5v5',
} as const

export type IconName = keyof typeof paths

/** A small sign beside words; never alone, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

export const iconNames = Object.keys(paths) as IconName[]

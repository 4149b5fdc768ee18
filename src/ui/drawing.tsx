import type { VNode } from 'preact'

/**
 * Our own line drawings on a 160 x 120 grid. `light` is what the lamp lights (filled with the lamp's tint),
 * `line` is drawn over it with one round stroke in the colour of the text.
 */
const drawings = {
  door: {
    light: 'M62 22 88 30v72l-26 6zM62 108l26-6 34 12H44z',
    line: 'M50 108V16h50v92M62 22l26 8v72l-26 6zM82 66v4M18 108h32m50 0h42M112 60h14v48',
  },
  bench: {
    light: 'M112 20a14 14 0 1 0 .1 0z',
    line: 'M34 62h84M34 74h84M30 86h92M40 62v24m72-24v24M38 86v20m76-20v20M14 106h132',
  },
  'two-chairs': {
    light: 'M70 30h20l6 16H64z',
    line: 'M28 50v56m0-28h26v28M132 50v56m0-28h-26v28M28 64h0M80 12v18m-10 0h20l6 16H64zM12 106h136',
  },
  path: {
    light: 'M116 30a12 12 0 1 0 .1 0z',
    line: 'M12 76c24-14 44-14 64-6s48 8 72-8M60 108c8-14 34-16 24-24s-20-6-14-15M100 108c6-16 2-22-6-26s-14-4-15-10M36 68V46m0 0c-10 0-10-18 0-22 10 4 10 22 0 22z',
  },
  phone: {
    light: 'M66 84h28v-12H66z',
    line: 'M58 14h44a8 8 0 0 1 8 8v76a8 8 0 0 1-8 8H58a8 8 0 0 1-8-8V22a8 8 0 0 1 8-8zM74 24h12M66 72h28v12H66zM66 42h28M66 54h18',
  },
  lamp: {
    light: 'M44 18h72v80H44zM66 60h28l8 22H58z',
    line: 'M44 18h72v80H44zM34 98h92M44 50h20m32 0h20M80 18v26M66 58h28l8 22H58zM80 80v18m-10 0h20',
  },
  letter: {
    light: 'M44 24h72v46L80 92 44 70z',
    line: 'M44 62V24h72v38M30 54l50 36 50-36v54H30zM58 40h44M58 52h30',
  },
  house: {
    light: 'M94 66h18v18H94zM60 70h20v36H60z',
    line: 'M24 60 80 18l56 42M38 52v54h84V52M60 106V70h20v36M94 66h18v18H94zM75 88v2M12 106h136',
  },
  'table-talk': {
    light: 'M50 50h18v14H50zM92 50h18v14H92z',
    line: 'M20 70h120M34 70v36m92-36v36M48 50h22v10a8 8 0 0 1-8 8h-6a8 8 0 0 1-8-8zM70 53h5v8h-6M90 50h22v10a8 8 0 0 1-8 8h-6a8 8 0 0 1-8-8zM112 53h5v8h-6M56 42c-4-6 4-8 0-14M62 42c-4-6 4-8 0-14M98 42c-4-6 4-8 0-14M104 42c-4-6 4-8 0-14',
  },
} as const

export type DrawingName = keyof typeof drawings

export interface DrawingProps {
  readonly name: DrawingName
  /** Says what is seen, when the drawing tells something that the words beside it do not. */
  readonly label?: string | undefined
}

/** One of our own line drawings. Without a label it is decoration, hidden from screen readers. */
export function Drawing({ name, label }: DrawingProps): VNode {
  const { light, line } = drawings[name]
  const spoken = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const)
  return (
    <svg class="drawing" viewBox="0 0 160 120" focusable="false" {...spoken}>
      <path class="drawing-light" d={light} />
      <path d={line} />
    </svg>
  )
}

export const drawingNames = Object.keys(drawings) as DrawingName[]

/** The street in the evening with one door ajar: the opening of the front page. Decoration. */
export function Scene(): VNode {
  return (
    <svg class="scene" viewBox="0 0 640 230" aria-hidden="true" focusable="false">
      <path
        class="drawing-light"
        d="M268 190v-58a22 22 0 0 1 44 0v58l66 34H202zM338 118h26v32h-26zM556 30a19 19 0 1 0 .1 0z"
      />
      <path d="M268 190v-58a22 22 0 0 1 44 0v58l20 10v-64c0-12-8-22-22-24M325 158v5M200 190V92l90-58 90 58v98M330 60V38h16v33M338 118h26v32h-26zM351 118v12m-6 8h12l-3-8h-6zM218 118h26v32h-26zM231 118v32M96 190v-82h104M88 108l20-36h90M114 126h18v26h-18zM152 126h18v26h-18zM110 72V54h14v18M20 190h242m76 0h282M424 156h72M424 168h72M434 156v34m52-34v34M546 190v-46m0 0c-28 0-32-42 0-58 32 16 28 58 0 58zm0-20v20M46 190v-30m0 0c-18 0-20-28 0-38 20 10 18 38 0 38zM230 222c-26 4-52 0-80 6" />
    </svg>
  )
}

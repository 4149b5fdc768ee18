import type { VNode } from 'preact'

/**
 * Our own line drawings on a 160 x 120 grid. `light` is what the lamp lights (filled with the lamp's tint),
 * `line` is drawn over it with one round stroke in the colour of the text.
 */
const drawings = {
  door: {
    light: 'M60 20 88 28v78l-28 6v-6H44v-2l16-4zM60 112l28-6 26 8H40zM104 50h14l3 14h-20z',
    line: 'M48 108V14h50v94M60 20l28 8v78l-28 6zM82 66v5M12 108h36m50 0h50M111 50v-8m-7 8h14l3 14h-20z',
  },
  bench: {
    light: 'M128 14a14 14 0 1 0 .1 0z',
    line: 'M22 60h96M22 73h96M18 86h104M30 60v26m80-26v26M28 86v22m84-22v22M8 108h144M136 108V74m0 0c-12 0-12-24 0-32 12 8 12 32 0 32z',
  },
  'two-chairs': {
    light: 'M68 28h24l8 18H60z',
    line: 'M26 46v62m0-30h28v30M134 46v62m0-30h-28v30M80 8v20m-12 0h24l8 18H60zM66 78h28M80 78v30M10 108h140',
  },
  path: {
    light: 'M118 20a13 13 0 1 0 .1 0z',
    line: 'M12 72c20-10 44-14 64-8m10 0c22 5 44 2 62-8M60 112c-4-16 32-18 29-28s-25-10-13-20M112 112c-2-16 15-20 9-32s-33-8-35-16M36 64V46m0 0c-11 0-11-20 0-26 11 6 11 26 0 26z',
  },
  phone: {
    light: 'M66 84h28v-12H66z',
    line: 'M58 14h44a8 8 0 0 1 8 8v76a8 8 0 0 1-8 8H58a8 8 0 0 1-8-8V22a8 8 0 0 1 8-8zM74 24h12M66 72h28v12H66zM66 42h28M66 54h18',
  },
  letter: {
    light: 'M44 24h72v46L80 92 44 70z',
    line: 'M44 62V24h72v38M30 54l50 36 50-36v54H30zM58 40h44M58 52h30',
  },
  calendar: {
    light: 'M88 72h18v18H88z',
    line: 'M34 24h92v84H34zM34 46h92M58 14v18m44-18v18M54 62h6m17 0h6m17 0h6M54 81h6m17 0h6M88 72h18v18H88z',
  },
  house: {
    light: 'M94 66h18v18H94zM60 70h20v36H60z',
    line: 'M24 60 80 18l56 42M38 52v54h84V52M60 106V70h20v36M94 66h18v18H94zM75 88v2M12 106h136',
  },
  'table-talk': {
    light:
      'M38 52h32v14a12 12 0 0 1-12 12h-8a12 12 0 0 1-12-12zM90 52h32v14a12 12 0 0 1-12 12h-8a12 12 0 0 1-12-12z',
    line: 'M16 80h128M32 80v28m96-28v28M38 52h32v14a12 12 0 0 1-12 12h-8a12 12 0 0 1-12-12zM70 56h8v12h-8M90 52h32v14a12 12 0 0 1-12 12h-8a12 12 0 0 1-12-12zM122 56h8v12h-8M48 42c-5-7 5-9 0-16m12 16c-5-7 5-9 0-16m40 16c-5-7 5-9 0-16m12 16c-5-7 5-9 0-16',
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
    <svg class="drawing" viewBox="0 0 160 120" {...spoken}>
      <path class="drawing-light" d={light} />
      <path d={line} />
    </svg>
  )
}

export const drawingNames = Object.keys(drawings) as DrawingName[]

/** The street in the evening with one door ajar: the opening of the front page. Decoration. */
export function Scene(): VNode {
  return (
    <svg class="scene" viewBox="0 0 640 230" aria-hidden="true">
      <path
        class="drawing-light"
        d="M268 190v-58a22 22 0 0 1 44 0v58l48 34H220zM338 118h26v32h-26zM556 30a19 19 0 1 0 .1 0z"
      />
      <path d="M268 190v-58a22 22 0 0 1 44 0v58l20 10v-64c0-12-8-22-22-24M325 158v5M200 190V92l90-58 90 58v98M330 60V38h16v33M338 118h26v32h-26zM351 118v12m-6 8h12l-3-8h-6zM218 118h26v32h-26zM231 118v32M96 190v-82h104M88 108l20-36h90M114 126h18v26h-18zM152 126h18v26h-18zM110 72V54h14v18M20 190h242m76 0h282M424 156h72M424 168h72M434 156v34m52-34v34M546 190v-46m0 0c-28 0-32-42 0-58 32 16 28 58 0 58zm0-20v20M46 190v-30m0 0c-18 0-20-28 0-38 20 10 18 38 0 38z" />
    </svg>
  )
}

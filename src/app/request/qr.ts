import { generate } from 'lean-qr/nano'

/** A QR code (ISO/IEC 18004) to be drawn: the number of dots a side, and the dark ones as an SVG path, a dot being one unit. */
export type Square = { readonly size: number; readonly path: string }

/** Loaded when somebody wants one: few do. */
export function qrOf(text: string): Square {
  const { size, get } = generate(text)
  const places = Array.from({ length: size }, (_, place) => place)
  const path = places.flatMap(y => places.filter(x => get(x, y)).map(x => `M${x} ${y}h1v1h-1z`)).join('')
  return { size, path }
}

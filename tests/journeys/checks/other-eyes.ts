import { lookWith } from './together.ts'

/**
 * What is lost in forced colours, a line each: a control without an edge of its own, or that looks the same chosen and not.
 * The page has them now.
 */
export const lostInForcedColours = lookWith(lostHere, undefined)

/** In the page. */
function lostHere(): string[] {
  const hasEdge = (one: Element): boolean => {
    const style = getComputedStyle(one)
    return (
      ['Top', 'Bottom'].some(side => {
        const [width, line, colour] = (['Width', 'Style', 'Color'] as const).map(part =>
          style.getPropertyValue(`border-${side.toLowerCase()}-${part.toLowerCase()}`),
        )
        return parseFloat(width ?? '0') >= 1 && line !== 'none' && colour !== style.backgroundColor
      }) || style.textDecorationLine.includes('underline')
    )
  }
  /** What the browser draws itself it draws in the reader's colours. */
  const isBrowsersOwn = (one: Element): boolean =>
    one instanceof HTMLInputElement &&
    (one.type === 'file' ||
      (/^(?:checkbox|radio)$/.test(one.type) && getComputedStyle(one).appearance !== 'none'))
  const controls = document.querySelectorAll('button, .button, input, textarea, select')
  const edgeless = [...controls]
    .filter(one => one.checkVisibility() && !isBrowsersOwn(one))
    .filter(one => !hasEdge(one) && !hasEdge(one.closest('.choice, .request-card') ?? one))
    .map(one => `no edge in forced colours: ${one.outerHTML.slice(0, 90)}`)
  const look = (one: Element): string => {
    const { backgroundColor, borderBottomColor, borderBottomWidth, color, textDecorationLine } =
      getComputedStyle(one)
    return [backgroundColor, borderBottomColor, borderBottomWidth, color, textDecorationLine].join()
  }
  const chosen = "[aria-pressed='true'], [aria-current='page']"
  const alike = [...document.querySelectorAll(chosen)]
    .filter(one => one.checkVisibility())
    .filter(one =>
      [...(one.parentElement?.children ?? [])].some(
        other => other.className === one.className && !other.matches(chosen) && look(other) === look(one),
      ),
    )
    .map(one => `looks as if not chosen in forced colours: ${one.outerHTML.slice(0, 90)}`)
  return [...edgeless, ...alike]
}

/** What moves for those who want no motion, a line each (WCAG 2.2, 2.3.3). The page knows that they want none. */
export const moving = lookWith(movingHere, undefined)

/** In the page. */
function movingHere(): string[] {
  const seconds = (times: string): number => Math.max(...times.split(',').map(parseFloat))
  const running = document.getAnimations().map(one => `runs: ${one.playState} ${one.id}`)
  const slow = [document.documentElement, ...document.querySelectorAll('body, body *')]
    .filter(one => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(one)
      const isAnimated = animationName !== 'none' && seconds(animationDuration) > 0.01
      return seconds(transitionDuration) > 0.01 || isAnimated || scrollBehavior === 'smooth'
    })
    .map(one => `moves: ${one.outerHTML.slice(0, 80)}`)
  return [...running, ...slow]
}

/**
 * Fields and buttons whose edge, or their own ground where they have no edge, is not told from what they lie on with 3:1, a
 * line each (WCAG 2.2, 1.4.11). In the colours the page has now.
 */
export const paleEdges = lookWith(paleEdgesHere, undefined)

/** In the page. */
function paleEdgesHere(): string[] {
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  })
  if (!pen) throw new Error('this browser draws nothing')
  /** Red, green, blue and how much of it covers, 0 to 255, whatever way the colour is written in. */
  const read = (colour: string): readonly [number, number, number, number] => {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = pen.getImageData(0, 0, 1, 1).data
    return [r, g, b, a]
  }
  const light = (colour: string): number => {
    const [r, g, b] = read(colour)
      .slice(0, 3)
      .map(part => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
  }
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const groundOf = (one: Element | null): string => {
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (read(backgroundColor)[3] === 255) return backgroundColor
    }
    return 'white'
  }
  return [...document.querySelectorAll('.button, .input, .choice > input')]
    .filter(one => one.checkVisibility() && !one.matches(':disabled'))
    .flatMap(one => {
      const style = getComputedStyle(one)
      const under = groundOf(one.parentElement)
      const edges = [
        ...(parseFloat(style.borderBottomWidth) >= 1 && style.borderBottomStyle !== 'none'
          ? [style.borderBottomColor]
          : []),
        style.backgroundColor,
      ].filter(colour => read(colour)[3] > 0)
      const best = Math.max(1, ...edges.map(colour => contrast(colour, under)))
      // A button that is only words is seen by them: their contrast is axe's to measure.
      const isOnlyWords = style.textDecorationLine.includes('underline') || edges.length === 0
      return best >= 3 || isOnlyWords ? [] : [`${best.toFixed(2)}: ${one.outerHTML.slice(0, 80)}`]
    })
}

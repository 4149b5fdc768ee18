import { lookWith } from './together.ts'

/**
 * What is smaller to press than 24 by 24 px, a line each (WCAG 2.2, 2.5.8). A label counts with its field. A link in a
 * sentence may be as high as its line; and what has 24 px to itself may be smaller.
 */
export const smallTargets = lookWith(smallTargetsHere, undefined)

/** In the page. */
function smallTargetsHere(): string[] {
  type Box = { left: number; right: number; top: number; bottom: number }
  const around = (boxes: readonly Box[]): Box => ({
    left: Math.min(...boxes.map(box => box.left)),
    right: Math.max(...boxes.map(box => box.right)),
    top: Math.min(...boxes.map(box => box.top)),
    bottom: Math.max(...boxes.map(box => box.bottom)),
  })
  const targets = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary'),
  ]
    .filter(one => one.checkVisibility() && !one.matches('.skip:not(:focus), [disabled]'))
    .map(one => {
      const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : []
      return { one, box: around([one, ...labels].map(part => part.getBoundingClientRect())) }
    })
  const isInSentence = (one: HTMLElement): boolean => {
    if (getComputedStyle(one).display !== 'inline') return false
    const around = one.parentElement?.textContent.trim() ?? ''
    return around.length > one.textContent.trim().length
  }
  const isApart = (box: Box, self: HTMLElement): boolean => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    return targets.every(
      other =>
        other.one === self ||
        Math.hypot(
          Math.max(other.box.left - x, 0, x - other.box.right),
          Math.max(other.box.top - y, 0, y - other.box.bottom),
        ) >= 12,
    )
  }
  return targets
    .filter(({ box }) => box.right - box.left < 23.9 || box.bottom - box.top < 23.9)
    .filter(({ one, box }) => !isInSentence(one) && !isApart(box, one))
    .map(
      ({ one, box }) =>
        `${one.outerHTML.slice(0, 80)}: ${Math.round(box.right - box.left)} x ${Math.round(box.bottom - box.top)} px`,
    )
}

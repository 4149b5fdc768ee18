/** Apple's phones know no `geo:` addresses: their own map app is opened by `maps:` with the same `q`. */
export function toAppleMaps(root: Document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href^="geo:"]'))
    link.href = link.href.replace(/^geo:[^?]*/, 'maps:')
}

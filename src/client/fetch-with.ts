const asked = new Set<string>()

/**
 * Asks for the scripts that another one stands on, beside it and not one after the other, and then for it. What is not to be had
 * is told by `load`, which asks for all of them itself.
 *
 * @param files as paths of the site, without a slash in front; a worker has no page to ask for them, and goes without
 */
export function fetchWith<T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  if (typeof document !== 'undefined')
    for (const file of files) {
      if (asked.has(file)) continue
      asked.add(file)
      const link = document.createElement('link')
      link.rel = 'modulepreload'
      link.href = `/${file}`
      document.head.append(link)
    }
  return load()
}

import { later, type Later } from './later.ts'

/**
 * All rules of style. A page that comes from the server has in itself those that it begins with (src/commands/own-style.ts), one
 * from the phone's cache has all of them.
 */
export const wholeStyle = later(async () => {
  const own = document.querySelector<HTMLStyleElement>('style[data-whole]')
  if (own) await linked(own.dataset['whole'] ?? '')
  own?.remove()
})

const linked = async (href: string): Promise<unknown> =>
  new Promise((done, fail) => {
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    sheet.href = href
    sheet.onload = done
    // Asked for again by the next one who needs it.
    sheet.onerror = () => {
      sheet.remove()
      fail(new Error('The style sheet could not be fetched'))
    }
    document.head.append(sheet)
  })

/** A later part of a page, which is drawn by rules that the page need not have begun with. */
export const laterDrawn = <T>(load: () => Promise<T>): Later<T> =>
  later(async () => {
    const [part] = await Promise.all([load(), wholeStyle.fetch()])
    return part
  })

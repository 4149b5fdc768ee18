import { pageIds, pages } from '../../../src/app/routes.ts'
import { comeToForget } from '../phone.ts'
import { addressOf, openFolds, type Walk } from './walk.ts'

/** Each document as it is read. */
const documents: Walk = async (page, server, lang, snap) => {
  for (const id of pageIds.filter(one => pages[one].kind === 'document')) {
    await page.goto(addressOf(server, lang, id))
    if (id === 'privacy') await comeToForget(page)
    await snap(page, `page-${id}`)
  }
  await page.goto(`${server.url}${lang === 'da' ? '' : '/en'}/findes-ikke-her`)
  await snap(page, 'page-not-found')
  await page.goto(`${server.url}/ude.html`)
  await page.locator('#day:not(:empty)').waitFor()
  await snap(page, 'page-left')
}

/** The pages with most to tell, with all of it told. */
const documentsUnfolded: Walk = async (page, server, lang, snap) => {
  for (const id of ['adults', 'youth', 'relatives', 'rights'] as const) {
    await page.goto(addressOf(server, lang, id))
    await openFolds(page)
    if (id === 'adults')
      for (const sign of ['craving', 'tolerance', 'despite', 'harm'])
        await page.locator(`[value=${sign}]`).press(' ')
    await snap(page, `page-${id}-unfolded`)
  }
}

export const documentWalks = { documents, documentsUnfolded }

// In a document
import { eachAtTen } from './at-list.tsx'
import { cleanup, render, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { DraftsContext, FILTER, replyKey, SEARCH } from '../../../src/inbox/shared/drafts.ts'
import { AtDesk } from '../at-desk.tsx'
import { opened } from '../made-up.ts'

// What is not open yet, or opens no more, is not told as what is not there.

const { Requests } = await import('../../../src/inbox/requests/requests-page.tsx')
eachAtTen()

const whileOpening = (drafts: Map<string, string>): unknown =>
  render(
    <AtDesk requests={[opened('a')]} left={3}>
      <DraftsContext.Provider value={drafts}>
        <Requests openId={null} />
      </DraftsContext.Provider>
    </AtDesk>,
  )

test('while some are not open yet, nobody is told that there are none', () => {
  whileOpening(new Map([[SEARCH, 'Ida']]))
  expect(screen.getByText(da.list.foundYet_zero)).toBeTruthy()
  cleanup()
  whileOpening(new Map([[FILTER, 'youth']]))
  expect(screen.queryByText(da.list.noneHere)).toBeNull()
})

test('one that no longer opens is there, and what was written for it stays', async () => {
  const drafts = new Map([[replyKey('a'), 'Vi ringer i dag']])
  render(
    <AtDesk requests={[{ ...opened('a'), envelope: null }]}>
      <DraftsContext.Provider value={drafts}>
        <Requests openId="a" />
      </DraftsContext.Provider>
    </AtDesk>,
  )
  await screen.findByText(da.list.shutHere)
  expect(screen.queryByText(da.list.gone)).toBeNull()
  expect(drafts.has(replyKey('a'))).toBe(true)
})

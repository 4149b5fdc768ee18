// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact'
import { options, type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { afterEach, expect, test, vi } from 'vitest'
import { FetchedContext } from '../../../src/inbox/model/desk.ts'
import { AtDesk } from '../at-desk.tsx'
import { opened } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const { Requests } = await import('../../../src/inbox/requests/requests-page.tsx')

/** The desk keeps the page that it has made: only what was fetched changes around it. */
const page = <Requests openId={null} />
let fetchAgain: () => void
function Around(): JSX.Element {
  const [at, setAt] = useState(0)
  fetchAgain = () => {
    setAt(at + 60_000)
  }
  const value = { at, busy: false, left: 0, done: { finished: 0, junk: 0 }, openDone: () => undefined }
  return <FetchedContext.Provider value={value}>{page}</FetchedContext.Provider>
}

const drawn: string[] = []
const before = { ...options }
options.diffed = vnode => {
  if (typeof vnode.type === 'function') drawn.push(vnode.type.name)
  before.diffed?.(vnode)
}
// happy-dom has none.
vi.stubGlobal('reportError', (error: unknown) => {
  throw error
})

afterEach(() => {
  Object.assign(options, before)
  cleanup()
})

test('a look that finds nothing new draws its time, and neither list nor row', async () => {
  render(
    <AtDesk requests={['a', 'b'].map(id => opened(id))}>
      <Around />
    </AtDesk>,
  )
  expect(drawn).toEqual(expect.arrayContaining(['Freshness', 'ListPage', 'RequestList', 'MarkBox']))
  drawn.length = 0
  await act(() => {
    fetchAgain()
  })
  expect(drawn).toContain('Freshness')
  for (const name of ['ListPage', 'RequestList', 'Row', 'MarkBox']) expect(drawn).not.toContain(name)
})

import { expect, test, vi } from 'vitest'
import { noteEvent } from '../../../src/core/sealing/note.ts'
import { isCountedBack } from '../../../src/inbox/model/notes.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [] }))

const audiences = ['adult', 'youth', 'relative'] as const

test('the intake is told of a missed talk of a young person only, and not where a missed talk counts', () => {
  const told = (missedTalkCounts?: boolean): string[] =>
    noteEvent.options.flatMap(event =>
      audiences
        .filter(audience =>
          missedTalkCounts === undefined
            ? isCountedBack(event, audience)
            : isCountedBack(event, audience, { missedTalkCounts }),
        )
        .map(audience => `${event} ${audience}`),
    )
  expect(told(false)).toEqual(['no-show youth'])
  expect(told(true)).toEqual([])
  expect(told()).toEqual(['no-show youth'])
})

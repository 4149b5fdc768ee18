import { signsOfCrisis } from '../../core/request/index.ts'

/** A sentence in which a sign of crisis stands, cut where its words begin and end. */
export type Passage = { readonly before: string; readonly words: string; readonly after: string }

/** So much of a sentence without a full stop is shown on each side of the words. */
const AROUND = 120

/** The sentences of a text in which a sign of crisis stands, as they were written; empty when there are none. */
export function passagesOf(text: string): Passage[] {
  let end = 0
  return signsOfCrisis(text).flatMap(({ sentence, words }) => {
    // Two signs in one sentence are one passage: its first words are enough to find it.
    if (sentence[0] < end) return []
    end = sentence[1]
    const before = text.slice(sentence[0], words[0])
    const after = text.slice(words[1], sentence[1])
    return [
      {
        before:
          before.length > AROUND ? `…${before.slice(before.indexOf(' ', before.length - AROUND))}` : before,
        words: text.slice(...words),
        after: after.length > AROUND ? `${after.slice(0, after.lastIndexOf(' ', AROUND) + 1)}…` : after,
      },
    ]
  })
}

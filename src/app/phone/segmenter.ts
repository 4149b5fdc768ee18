import { orElse } from './refused.ts'

/** Where the sentences of a text begin and end; the whole text where the browser cannot tell (Firefox before 2024). */
export const sentenceBounds = (text: string, lang: string): (readonly [number, number])[] =>
  orElse(
    () =>
      [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(
        ({ index, segment }) => [index, index + segment.trimEnd().length] as const,
      ),
    [[0, text.length]],
  )

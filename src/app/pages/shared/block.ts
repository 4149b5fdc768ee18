import type { Key } from './key.ts'

/**
 * What a sentence rests on: the ids of the facts it tells; `ours` for an explanation or advice of the app's own; `asks`
 * for a question to ask where the standards are silent;
 * `who` for what WHO says (core/facts/who.ts).
 */
export type Rests = readonly string[] | 'ours' | 'asks' | 'who'

/** Sentences by their keys, in reading order, each with what it rests on. */
export type Sentences = { readonly [K in Key]?: Rests }

/** One part of an information page: its address there, its heading, and each of its sentences beside its facts. */
export type Block<I extends string = string> = {
  readonly id: I
  readonly heading: Key
  /** Ids of all facts its sentences tell, once each. */
  readonly facts: readonly string[]
  readonly body: Sentences
}

/** One part of a page, with all the facts that its sentences tell. */
export const block = <I extends string>(id: I, heading: Key, body: Sentences): Block<I> => ({
  id,
  heading,
  facts: factsIn(body),
  body,
})

/** The facts that sentences tell, once each, in reading order. */
const factsIn = (body: Sentences): readonly string[] => [
  ...new Set(Object.values(body).flatMap(rests => (typeof rests === 'string' ? [] : rests))),
]

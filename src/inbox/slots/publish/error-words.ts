import type { T } from '../../shared/copy.ts'
import { limits, MOST_AT_ONCE, type PublishError } from './publish.ts'

const isCounted = (name: string): name is keyof typeof limits => name in limits

/** What is wrong, as it stands at its field; a number with its limits. */
export function errorWords({ name, why }: PublishError, t: T): string {
  return isCounted(name) ? t(`slots.${why}`, { ...limits[name], total: MOST_AT_ONCE }) : t(`slots.${why}`)
}

/** The same away from its field, where a number has to be told from the others. */
export function summaryWords(error: PublishError, t: T): string {
  const words = errorWords(error, t)
  return isCounted(error.name) ? `${t(`slots.${error.name}`)}: ${words}` : words
}

/** What stands at the field of this name; undefined when nothing is wrong with it. */
export function wordsAt(name: string, errors: readonly PublishError[], t: T): string | undefined {
  const error = errors.find(one => one.name === name)
  return error && errorWords(error, t)
}

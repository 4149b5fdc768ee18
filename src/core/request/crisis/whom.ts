import type { Match } from './pattern.ts'
import { folded } from './words.ts'

/** How a language names the writer and others. */
export type Persons = {
  readonly writer: ReadonlySet<string>
  readonly writerActs: string
  /** The writer, acted on: "slår mig", "kill myself". */
  readonly writerActedOn: ReadonlySet<string>
  readonly anotherActedOn: ReadonlySet<string>
  readonly anotherActs: ReadonlySet<string>
  /** Before somebody of the writer's: "wake our friend". */
  readonly ours: ReadonlySet<string>
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(folded))

export const danishPersons: Persons = {
  writer: set('jeg mig os'),
  writerActs: 'jeg',
  writerActedOn: set('mig os'),
  anotherActedOn: set('ham hende hans hendes sig sit sin'),
  ours: set('min mit vores'),
  anotherActs: set(
    `han hun ham hende far mor mand kone kæreste eks stedfar bror søster storebror lillebror storesøster lillesøster
    søn datter ven veninde kammerat onkel tante farfar morfar mormor dreng pige barn børn samlever partner nevø niece børnene ungerne drengen pigen barnebarn stedsøn nabo kollega roomie kæresten manden konen barnet svigersøn`,
  ),
}

export const englishPersons: Persons = {
  writer: set('i me us myself'),
  writerActs: 'i',
  writerActedOn: set('me us myself'),
  anotherActedOn: set('him her himself herself themselves themself their them'),
  ours: set('my our'),
  anotherActs: set(
    `he she they him her dad mum father mother husband wife boyfriend girlfriend ex stepdad brother sister son
    daughter friend kid kids child children uncle aunt cousin nephew partner grandchild grandson granddaughter grandkids boy girl teen flatmate roommate mate`,
  ),
}

const wordsIn = (line: string, from: number, to: number): string[] =>
  line
    .slice(from, to)
    .split(' ')
    .filter(word => word !== '')

/** Whether the words that were found name the writer. */
export const namesWriter = (line: string, { start, end }: Match, { writer }: Persons): boolean =>
  wordsIn(line, start, end).some(word => writer.has(word))

/**
 * Whether it is somebody else who may be in danger: told by who is acted on ("livet af sig", "vække hende"), else by the
 * one named last ("jeg er bange for, at min søn …"). In doubt it is the writer.
 */
export function isAboutAnother(line: string, { start, end }: Match, persons: Persons): boolean {
  const [next = '', afterNext = '', third = ''] = wordsIn(line, end, line.length)
  if (persons.ours.has(next) && persons.anotherActs.has(afterNext)) return true
  const actedOn = [...wordsIn(line, start, end), next, afterNext, third]
  if (actedOn.some(word => persons.writerActedOn.has(word))) return false
  if (actedOn.some(word => persons.anotherActedOn.has(word))) return true
  return isOfAnother(wordsIn(line, 0, end), persons)
}

/** Whether what was found is said of somebody else: by the one named last before it, in the same clause. */
export function isToldOfAnother(line: string, { start, end }: Match, persons: Persons): boolean {
  const clause = line.lastIndexOf(',', start) + 1
  // What is found may begin with the one it happens to: "he was hit".
  const [first = ''] = wordsIn(line, start, end)
  return isOfAnother([...wordsIn(line, clause, start), first], persons)
}

function isOfAnother(words: readonly string[], { writerActs, anotherActs }: Persons): boolean {
  const named = words.findLast(word => word === writerActs || anotherActs.has(word))
  return named !== undefined && anotherActs.has(named)
}

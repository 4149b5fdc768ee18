import { plain } from './plain.ts'

/** A telephone number as it is rung and read. */
export type Phone = {
  /** With a plus and the country (E.164): `+4528456712`. */
  readonly number: string
  /** For people: `28 45 67 12`; a foreign one with its plus. */
  readonly shown: string
  /** What stood beside the number ("lok. 12", "efter 16"), or nothing. */
  readonly note: string
}

/** Number and note together, in characters. */
export const PHONE_CHARACTERS = 60

const LABEL =
  /^(?:mit |my )?(?:tlf|tel|telefon|mobil|mob|nr|nummer|phone|number|mobile|cell)?(?:nr|nummer| number)?(?: er| is)?[.: ]*$/i
const RUN = /^(?<before>[^\d+]*?)(?<run>\(? ?(?:\+ ?)?[\d(](?:[\d ()./-]*[\d)])?)(?<after>.*)$/u

/**
 * The number a person means, however they write it: eight digits in Denmark, with +45, 0045 or 45 before them or not;
 * others begin with + or 00 (ITU-T E.164: at most 15 digits). What they add is kept beside it.
 * @returns null when there is no number that can be rung
 */
export function readPhone(text: string): Phone | null {
  const { before = '', run = '', after = '' } = RUN.exec(plain(text))?.groups ?? {}
  // A second number, or hours, behind a stroke belong to the note.
  for (const [first, rest] of [[run, ''], ...cutsOf(run)] as const) {
    const number = canonical(first)
    if (number === null) continue
    const note = [LABEL.test(before) ? '' : before, `${rest}${after}`].map(trimmed).filter(Boolean).join(' ')
    return { number, shown: shownNumber(number), note }
  }
  return null
}

const cutsOf = (run: string): [string, string][] =>
  [...run.matchAll(/[/(]/g)].map(({ index }) => [run.slice(0, index), run.slice(index)])

/** Without the signs that only part it from the number. */
const trimmed = (text: string): string => text.replace(/^[\s,;:./-]+|[\s,;:/-]+$/g, '')

function canonical(written: string): string | null {
  const digits = written.replace(/[^\d+]/g, '')
  const abroad = /^(?:\+|00)(\d+)$/.exec(written.replace('(0)', '').replace(/[^\d+]/g, ''))?.[1]
  if (abroad?.startsWith('45')) return abroad.length === 10 ? `+${abroad}` : null
  if (abroad !== undefined) return /^[1-9]\d{6,14}$/.test(abroad) ? `+${abroad}` : null
  if (/^\d{8}$/.test(digits)) return `+45${digits}`
  return /^45\d{8}$/.test(digits) ? `+${digits}` : null
}

function shownNumber(number: string): string {
  const danish = /^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number)
  return danish ? danish.slice(1).join(' ') : number
}

/** As it is sealed: the number, then what was written beside it. */
export const sealedPhone = ({ number, note }: Phone): string => (note === '' ? number : `${number}, ${note}`)

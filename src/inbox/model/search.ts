import { genuine } from '../../core/sealing/index.ts'
import { FIRST } from '../../core/languages.ts'
import { namesOfLanguage } from '../shared/language.ts'
import { referenceOf } from './links.ts'
import { ownerOf } from './notes.ts'
import type { OpenedRequest } from './requests.ts'

type Searched = {
  readonly words: string
  readonly digits: string
  /** What was looked for last, and whether it stands there. */
  query: string | null
  isFound: boolean
}

/** What can be found of a request, made once: it never changes. Gone from memory when the request is. */
const searched = new WeakMap<OpenedRequest, Searched>()

const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da')

function textOf(opened: OpenedRequest): Searched {
  const before = searched.get(opened)
  if (before) return before
  const { envelope, given, thread } = opened
  const request = envelope?.request
  const messages = genuine(thread)
  const phones = [request?.phone, given.phone].filter(phone => phone !== undefined)
  const made: Searched = {
    words: plain(
      [
        referenceOf(opened),
        request?.name,
        given.name,
        request?.alias,
        request?.message,
        ownerOf(opened) ?? undefined,
        // Their own tongue has no tag on the card: looked for, it would be all of them.
        ...(request && request.language !== FIRST ? namesOfLanguage(request.language) : []),
        ...messages.map(message => message.text),
        ...opened.notes.filter(note => note.event === 'text').map(note => note.text),
      ]
        .filter(text => text !== undefined)
        .join('\n'),
    ),
    digits: phones.map(phone => phone.replace(/\D/g, '')).join(' '),
    query: null,
    isFound: false,
  }
  searched.set(opened, made)
  return made
}

/** Makes ready what is searched in a request. */
export function makeSearchable(opened: OpenedRequest): void {
  textOf(opened)
}

/** Fewer digits than this are a word, not a number that rings back. */
const FEWEST_DIGITS = 4

/**
 * The requests in which all words of a query stand: a name, a made-up name, words of the thread, the reference, who has
 * it, its language where that is another than the first, or a telephone number with or without country code and spaces. Looks in this browser only.
 */
export function found(requests: readonly OpenedRequest[], query: string): readonly OpenedRequest[] {
  const asNumber = numberIn(query)
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return requests
  return requests.filter(one => {
    const text = textOf(one)
    // While more are being opened the list is drawn again and again: only in those that have come is there anything to look for.
    if (text.query !== query) {
      text.query = query
      text.isFound =
        words.every(word => text.words.includes(word)) || (asNumber !== '' && text.digits.includes(asNumber))
    }
    return text.isFound
  })
}

/** The digits of a query that is a telephone number; empty when it is not. */
function numberIn(query: string): string {
  if (!/^[+\d\s().-]+$/.test(query)) return ''
  // Ten digits that begin so are a Danish number as a telephone shows it.
  const digits = query
    .replace(/^\s*(\+|00)45/, '')
    .replace(/\D/g, '')
    .replace(/^45(?=\d{8}$)/, '')
  return digits.length >= FEWEST_DIGITS ? digits : ''
}

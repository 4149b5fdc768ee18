import { describe, expect, test } from 'vitest'
import { allCopy } from './copy-files.ts'
import { sentencesOf } from './readability.ts'

// What a machine can keep of docs/voice: the rest is kept by reading.

/** Verbs that begin a Danish condition turned round: "Er du gravid, …" in place of "Hvis du er gravid, …". */
const verbs =
  'Er|Vil|Skal|Har|Får|Bor|Kan|Beder|Vælger|Siger|Bliver|Mister|Sletter|Deler|Åbner|Svarer|Booker|Kommer|Melder|' +
  'Tager|Mener|Passer|Bruger|Drikker|Handler|Sker|Slår|Fik|Kom|Må|Ringer|Skriver|Går|Taler|Læser|Mangler|Virker'
const subjects = 'du|det|den|de|I|nogen|noget|et|en|dit|din|dine|der|barnet|vi|mit|navn|man|Navn'
const turned = new RegExp(`^(${verbs}) (${subjects})\\b`)

/** Sentences that stay turned round, each with its reason. */
const mayTurn: readonly (readonly [key: string, reason: string])[] = [
  ['request:crisis.overdose', 'read in danger: the verb first is the shortest'],
  ['request:crisis.overdoseOther', 'read in danger: the verb first is the shortest'],
  ['request:receipt.codeCare', 'a warning in one breath'],
  ['replies:code.lostText', 'beside the field it speaks of'],
  ['replies:code.lostTime', 'beside the field it speaks of'],
]

const isStaff = (key: string): boolean => key.startsWith('inbox:')

const turnedRound = (text: string): string[] =>
  // A name begins a sentence too.
  sentencesOf(text.replace(/\{\{[^}]*\}\}/g, 'Navn')).filter(
    sentence => turned.test(sentence) && !sentence.endsWith('?'),
  )

describe('the measure itself', () => {
  test('a condition turned round is found, a question and a whole condition are not', () => {
    expect(turnedRound('Er du gravid, søger de samarbejde. Er du gravid? Hvis du er gravid, spørg.')).toEqual(
      ['Er du gravid, søger de samarbejde.'],
    )
  })
})

describe('the Danish copy for citizens', () => {
  const copy = allCopy('da').filter(([key]) => !isStaff(key))

  test('says "hvis" where a weak reader would trip over a condition turned round', () => {
    const excused = mayTurn.map(([key]) => key)
    const found = copy.filter(([, text]) => turnedRound(text).length > 0).map(([key]) => key)
    expect(found.filter(key => !excused.includes(key))).toEqual([])
    expect(excused.filter(key => !found.includes(key))).toEqual([])
  })

  test('says where something does not stand, and what to ask: never "det står ikke" alone', () => {
    expect(
      copy.filter(([, text]) => /\bde[tr] står (ikke|ingen|intet)\b/i.test(text)).map(([key]) => key),
    ).toEqual([])
  })

  test('says "behøver ikke" where nothing is forbidden: "du skal ikke" would be an order', () => {
    expect(copy.filter(([, text]) => /\b(du|I|vi|man) skal ikke\b/i.test(text)).map(([key]) => key)).toEqual(
      [],
    )
  })

  test('does not say "være med" of those who must be told and involved', () => {
    expect(copy.filter(([, text]) => /\bvide det og være med\b/i.test(text)).map(([key]) => key)).toEqual([])
  })

  test('has the app speak of itself as the app: "vi" would be taken for the house', () => {
    // The statement on accessibility is the municipality's own: there "vi" is the municipality.
    const found = copy.filter(
      ([key, text]) => !key.startsWith('accessibility:') && /(?<!\p{L})(vi|os|vores)(?!\p{L})/iu.test(text),
    )
    expect(found.map(([key]) => key)).toEqual([])
  })
})

test('the English copy says "enrolled", and of those who must be told that they are involved', () => {
  const found = allCopy('en').filter(([, text]) => /\bsigned up\b|\bmust know and take part\b/i.test(text))
  expect(found.map(([key]) => key)).toEqual([])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import danish from '../../../locales/da/request.json' with { type: 'json' }
import english from '../../../locales/en/request.json' with { type: 'json' }
import {
  checkStep,
  contactRequest,
  holdsCpr,
  makeAlias,
  stepsFor,
  toRequest,
} from '../../../src/core/request/index.ts'
import type { Answers } from '../../../src/core/request/index.ts'

const adult: Answers = {
  audience: 'adult',
  wish: 'treatment',
  substance: 'alcohol',
  identity: 'named',
  name: 'Karen Blå',
  phone: '+45 12 34 56 78',
}

describe('the screens of each person', () => {
  it('asks an adult who gives a name five things', () => {
    expect(stepsFor(adult)).toEqual(['wish', 'substance', 'identity', 'reach', 'review'])
  })
  it('asks an adult without a name when they can come, in place of how to reach them', () => {
    expect(stepsFor({ ...adult, identity: 'anonymous' })).toEqual([
      'wish',
      'substance',
      'identity',
      'times',
      'review',
    ])
  })
  it('asks a young person who books a talk two, and nothing of who they are', () => {
    expect(stepsFor({ audience: 'youth', wish: 'anonymous-talk' })).toEqual(['times', 'review'])
  })
  it('asks a relative five', () => {
    expect(stepsFor({ audience: 'relative' })).toEqual(['concern', 'connection', 'wish', 'who', 'review'])
  })
  it('first asks who it is for when no door was taken', () => {
    expect(stepsFor({})).toEqual(['audience'])
  })
})

describe('what must be mended', () => {
  it('names every empty answer of a screen', () => {
    expect(checkStep('reach', { audience: 'adult', identity: 'named' })).toEqual([
      { field: 'name', why: 'name-missing' },
      { field: 'phone', why: 'phone-missing' },
    ])
  })
  it.each(['12', 'ring mig', '1234567890123456', '++45 12345678', '2845 67', '123456', '28 45 67 1o'])(
    'refuses "%s" as a number to ring',
    phone => {
      expect(checkStep('reach', { ...adult, phone })).toEqual([{ field: 'phone', why: 'phone-wrong' }])
    },
  )
  it.each(['12345678', '+45 12 34 56 78', '(0046) 12-345 67', '12.34.56.78'])(
    'takes "%s" as a number to ring',
    phone => {
      expect(checkStep('reach', { ...adult, phone })).toEqual([])
    },
  )
  it('finds a CPR number in every free text', () => {
    const cpr = '010203-1234'
    expect(checkStep('review', { ...adult, message: `Jeg er ${cpr}.`, interpreter: cpr })).toEqual([
      { field: 'message', why: 'message-cpr' },
      { field: 'interpreter', why: 'interpreter-cpr' },
    ])
    expect(checkStep('reach', { ...adult, name: cpr, phone: cpr }).map(e => e.why)).toEqual([
      'name-cpr',
      'phone-cpr',
    ])
  })
  it('counts characters and bytes of a message, on both sides of the limit', () => {
    expect(checkStep('review', { ...adult, message: 'æ'.repeat(1000) })).toEqual([])
    expect(checkStep('review', { ...adult, message: 'æ'.repeat(1001) })).toEqual([
      { field: 'message', why: 'message-long' },
    ])
    expect(checkStep('review', { ...adult, message: '\u0007' })).toEqual([
      { field: 'message', why: 'message-wrong' },
    ])
  })
})

describe('a CPR number in a text', () => {
  it.each(['0102031234', '010203-1234', '01 02 03 1234', 'cpr:311299 - 4321!', '610203-1234'])(
    'is seen in "%s"',
    text => {
      expect(holdsCpr(text)).toBe(true)
    },
  )
  it.each(['12345678', '+45 12 34 56 78', '991399-1234', '12345678901234', 'kl. 10.30 den 24.12'])(
    'is not seen in "%s"',
    text => {
      expect(holdsCpr(text)).toBe(false)
    },
  )
})

describe('the request that is sealed', () => {
  it('holds just what was asked of an adult with a name', () => {
    expect(
      toRequest(
        { ...adult, callTimes: ['morning'], ifSomeoneElseAnswers: 'hang-up', message: ' Hej ' },
        'da',
      ),
    ).toEqual({
      audience: 'adult',
      wish: 'treatment',
      substance: 'alcohol',
      identity: 'named',
      name: 'Karen Blå',
      phone: '+4512345678',
      callTimes: ['morning'],
      ifSomeoneElseAnswers: 'hang-up',
      language: 'da',
      message: 'Hej',
    })
  })
  it('asks to hang up where somebody who is called has not chosen, and of nobody else', () => {
    const open = { ...adult, ifSomeoneElseAnswers: undefined }
    expect(toRequest(open, 'da').ifSomeoneElseAnswers).toBe('hang-up')
    expect(toRequest({ ...open, identity: 'number-only' }, 'da').ifSomeoneElseAnswers).toBe('hang-up')
    expect(toRequest({ ...open, identity: 'anonymous' }, 'da').ifSomeoneElseAnswers).toBeUndefined()
    const chosen = toRequest({ ...adult, ifSomeoneElseAnswers: 'say-municipality' }, 'da')
    expect(chosen.ifSomeoneElseAnswers).toBe('say-municipality')
  })
  it('leaves behind a name and number typed before "without a name" was chosen', () => {
    const request = toRequest({ ...adult, identity: 'anonymous', alias: 'Blå Kano' }, 'en')
    expect(request).toEqual({
      audience: 'adult',
      wish: 'treatment',
      substance: 'alcohol',
      identity: 'anonymous',
      alias: 'Blå Kano',
      language: 'en',
    })
  })
  it("never carries a young person's substance, name or number to a talk", () => {
    const request = toRequest(
      {
        audience: 'youth',
        wish: 'anonymous-talk',
        substance: 'drugs',
        identity: 'named',
        name: 'Ida',
        phone: '12345678',
        alias: 'Grå Ugle',
      },
      'da',
    )
    expect(request).toEqual({
      audience: 'youth',
      wish: 'anonymous-talk',
      identity: 'anonymous',
      alias: 'Grå Ugle',
      language: 'da',
    })
  })
  it('is refused with the field, not the text, when a screen was jumped over', () => {
    expect(() => toRequest({ audience: 'adult', wish: 'advice', message: 'hemmelig' }, 'da')).toThrow(
      /substance.*identity/,
    )
    expect(() => toRequest({ audience: 'adult', wish: 'advice', message: 'hemmelig' }, 'da')).not.toThrow(
      /hemmelig/,
    )
  })
  it('is valid for any text within the limits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900, unit: 'grapheme-ascii' }), message => {
        expect(contactRequest.safeParse(toRequest({ ...adult, message }, 'da')).success).toBe(true)
      }),
    )
  })
  it.each([
    { identity: 'named' },
    { identity: 'named', name: 'A' },
    { identity: 'number-only' },
    { identity: 'anonymous', phone: '12345678' },
    { identity: 'number-only', phone: '12345678', name: 'A' },
    { identity: 'anonymous', cpr: '0102031234' },
  ])('is refused by the schema as %j', reach => {
    expect(
      contactRequest.safeParse({
        audience: 'adult',
        wish: 'advice',
        substance: 'both',
        language: 'da',
        ...reach,
      }).success,
    ).toBe(false)
  })
})

describe('the made-up name', () => {
  const rowsOf = ({ looks, colours, things }: typeof danish.alias) => [looks, colours, things] as const

  it.each([danish.alias, english.alias])('is one of 52,992: each of its things with each other', words => {
    const all = new Set<string>()
    for (let a = 0; a < 12; a++)
      for (let b = 0; b < 24; b++)
        for (let c = 0; c < 8; c++)
          for (let d = 0; d < 23; d++)
            all.add(Object.values(makeAlias(rowsOf(words), Uint8Array.of(a, b, c, d))).join(' '))
    expect(all.size).toBe(52_992)
  })

  it('is a thing with its look and another with its colour, whatever the bytes', () => {
    const rows = rowsOf(english.alias)
    expect(makeAlias(rows, Uint8Array.of(0, 0, 0, 0))).toEqual({
      look: 'Striped',
      thing: 'Canoe',
      colour: 'Blue',
      other: 'Butterfly',
    })
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), random => {
        const { look, thing, colour, other } = makeAlias(rows, random)
        const words = [look, colour, thing].map((word, at) => rows[at]?.split(' ').includes(word))
        expect(words).toEqual([true, true, true])
        expect(rows[2].split(' ').filter(one => one !== thing)).toContain(other)
      }),
    )
  })
})

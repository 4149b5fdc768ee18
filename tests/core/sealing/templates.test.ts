import { randomBytes } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { templatesPost } from '../../../src/core/contract/templates.ts'
import { fromBase64url, makeMember, makeTeam, toBase64url } from '../../../src/core/sealing/index.ts'
import { encryptTo } from '../../../src/core/sealing/seal.ts'
import {
  openTemplates,
  sealTemplates,
  TEMPLATE_MAX,
  templateIds,
  type TemplateTexts,
} from '../../../src/core/sealing/templates.ts'

const { team, recipients } = await makeTeam()
const other = (await makeTeam()).team
const { key, member } = await makeMember('Alva')
const texts: TemplateTexts = { crisis: { da: 'Ring 112.' }, time: { en: 'We confirm [time].' } }
const sealed = async (of = texts, version = 1): Promise<string> =>
  toBase64url(await sealTemplates({ version, texts: of }, key, recipients))
const sealPlain = async (plain: unknown): Promise<string> =>
  toBase64url(await encryptTo(recipients, new TextEncoder().encode(JSON.stringify(plain))))

test('what a leader has written is opened by the team, with the key that signed it', async () => {
  expect(await openTemplates(await sealed(), [team.identity])).toMatchObject({
    version: 1,
    texts,
    by: member.member,
  })
  // What was sealed to an earlier epoch is opened with its key.
  expect(await openTemplates(await sealed(), [other.identity, team.identity])).toMatchObject({ texts })
})

test('a text of one letter is a text', async () => {
  const short: TemplateTexts = { time: { da: 'x' } }
  expect(await openTemplates(await sealed(short), [team.identity])).toMatchObject({ texts: short })
})

test('what was signed before the app had another language is still what the leader has written', async () => {
  const before = await sealed()
  vi.resetModules()
  vi.doMock('../../../src/core/languages.ts', async original => ({
    ...(await original<object>()),
    languageIds: ['en', 'ar', 'da'],
  }))
  try {
    const later = await import('../../../src/core/sealing/templates.ts')
    expect(await later.openTemplates(before, [team.identity])).toMatchObject({ texts, by: member.member })
  } finally {
    vi.doUnmock('../../../src/core/languages.ts')
    vi.resetModules()
  }
})

test('what is signed is a line of its own, then a row for each text in a fixed order', async () => {
  const of: TemplateTexts = {
    time: { da: 'Vi bekræfter [tid].' },
    elsewhere: { en: 'You live elsewhere.', da: 'I bor et andet sted.' },
  }
  const good = await openTemplates(await sealed(of, 3), [team.identity])
  if (!good) throw new Error('what was sealed is opened')
  const rows = [
    ['elsewhere', 'da', 'I bor et andet sted.'],
    ['elsewhere', 'en', 'You live elsewhere.'],
    ['time', 'da', 'Vi bekræfter [tid].'],
  ]
  const line = `foerste-snak templates v1\n${JSON.stringify([1, 'templates', 3, member.member, rows])}`
  const [signature, by] = [good.signature, good.by].map(text => fromBase64url(text))
  expect(ed25519.verify(signature!, new TextEncoder().encode(line), by!)).toBe(true)
})

test('each of the five has texts of 1,000 letters at most: what is stored stays readable', async () => {
  for (const template of ['crisis', 'child', 'too-young', 'elsewhere', 'time'] as const) {
    const longest = { [template]: { da: 'x'.repeat(1000) } }
    expect(await openTemplates(await sealed(longest), [team.identity])).toMatchObject({ texts: longest })
    await expect(sealed({ [template]: { da: 'x'.repeat(1001) } })).rejects.toMatchObject({ fault: 'form' })
  }
})

test('damaged, for somebody else, or nothing at all opens as none', async () => {
  const good = await sealed()
  expect(await openTemplates(good, [other.identity])).toBeNull()
  expect(await openTemplates(`${good.slice(0, -8)}AAAAAAAA`, [team.identity])).toBeNull()
  for (const text of ['', 'AAAA', '!', toBase64url(randomBytes(3_000))])
    expect(await openTemplates(text, [team.identity])).toBeNull()
})

test('what was changed after it was signed, or is of another form, opens as none', async () => {
  const good = await openTemplates(await sealed(), [team.identity])
  expect(await openTemplates(await sealPlain(good), [team.identity])).toEqual(good)
  const stranger = (await makeMember('Eve')).member.member
  const changes: object[] = [
    { version: 2 },
    { by: stranger },
    { texts: { ...texts, child: { da: 'Send din adresse til …' } } },
    { texts: { crisis: { da: 'Ring 113.' }, time: texts.time } },
    { texts: { ...texts, unknown: { da: 'x' } } },
    { texts: { ...texts, crisis: { da: 'Ring 112.', xx: 'x' } } },
    { texts: { ...texts, crisis: { da: '' } } },
    { texts: { ...texts, crisis: { da: 'Ring\u0000' } } },
    { texts: { ...texts, crisis: { da: 'x'.repeat(TEMPLATE_MAX + 1) } } },
    { texts: [] },
    { more: 1 },
    { v: 2 },
    { kind: 'note' },
    { signature: toBase64url(randomBytes(64)) },
  ]
  for (const change of changes)
    expect(await openTemplates(await sealPlain({ ...good, ...change }), [team.identity])).toBeNull()
  for (const plain of [null, 1, 'x', [], {}])
    expect(await openTemplates(await sealPlain(plain), [team.identity])).toBeNull()
})

test('bytes that are no UTF-8 open as none, and not as what stands for them', async () => {
  const good = await openTemplates(await sealed({ crisis: { da: 'Ring\ufffd' } }), [team.identity])
  const text = Buffer.from(JSON.stringify(good))
  const at = text.indexOf('\ufffd')
  const broken = Buffer.concat([text.subarray(0, at), Buffer.from([0xff]), text.subarray(at + 3)])
  for (const [bytes, opened] of [
    [text, good],
    [broken, null],
  ] as const)
    expect(await openTemplates(toBase64url(await encryptTo(recipients, bytes)), [team.identity])).toEqual(
      opened,
    )
})

test('what no page would show is not sealed', async () => {
  const long = { crisis: { da: 'x'.repeat(TEMPLATE_MAX + 1) } }
  await expect(sealed(long)).rejects.toMatchObject({ fault: 'form' })
  await expect(sealed({ crisis: { da: '' } })).rejects.toMatchObject({ fault: 'form' })
  await expect(sealed(texts, 0)).rejects.toMatchObject({ fault: 'form' })
  await expect(sealed(texts, 1_000_001)).rejects.toMatchObject({ fault: 'form' })
  expect(await openTemplates(await sealed(texts, 1_000_000), [team.identity])).toMatchObject({
    version: 1_000_000,
  })
})

test('the longest texts in every language are as long as the intake takes', async () => {
  const full = (letter: string): TemplateTexts =>
    Object.fromEntries(
      templateIds.map(id => [id, { da: letter.repeat(TEMPLATE_MAX), en: letter.repeat(TEMPLATE_MAX) }]),
    )
  for (const letter of ['漢', '"', '\n'])
    expect(templatesPost.safeParse({ from: 0, sealed: await sealed(full(letter)) }).success).toBe(true)
})

test('whatever printable texts are sealed come out again', async () => {
  const text = fc.string({
    minLength: 1,
    maxLength: 40,
    unit: fc.constantFrom('a', 'æ', ' ', '"', '\\', '[', ']', '\n'),
  })
  const some = fc.dictionary(fc.constantFrom(...templateIds), fc.record({ da: text, en: text }), {
    noNullPrototype: true,
  })
  await fc.assert(
    fc.asyncProperty(some, async of => {
      const opened = await openTemplates(await sealed(of), [team.identity])
      expect(opened?.texts).toEqual(of)
    }),
    { numRuns: 8 },
  )
})

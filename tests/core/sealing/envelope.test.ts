import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { contactRequest } from '../../../src/core/request/request.ts'
import { openRequest, seal, sealRequest, type Envelope } from '../../../src/core/sealing/index.ts'
import {
  citizen,
  envelope,
  recipients,
  recovery,
  requestSchema,
  sealedEnvelope,
  team,
  fault,
} from './made-up.ts'

const { plain } = envelope

describe('a sealed request', () => {
  it('from long ago still opens with either key', async () => {
    for (const { identity } of [team, recovery]) {
      expect(await openRequest(sealedEnvelope, [identity], requestSchema, plain.id)).toEqual(plain)
    }
  })

  it('comes back as it was written', async () => {
    const sealed = await sealRequest(plain, requestSchema, recipients)
    expect(sealed).toHaveLength(10240)
    expect(await openRequest(sealed, [team.identity], requestSchema)).toEqual(plain)
  })

  it('does not open with the code of the one who wrote it', async () => {
    expect(await openRequest(sealedEnvelope, [citizen.replyIdentity], requestSchema)).toBeNull()
  })

  it('is not taken for another one', async () => {
    const other = '11111111-2222-4333-8444-555555555555'
    await expect(openRequest(sealedEnvelope, [team.identity], requestSchema, other)).rejects.toThrow(
      fault('other-request'),
    )
  })

  const wrong: [string, object][] = [
    ['another version', { ...plain, v: 1 }],
    ['another kind', { ...plain, kind: 'message' }],
    ['a field nobody knows', { ...plain, address: 'Testvej 1' }],
    ['no reply key', { ...plain, reply: undefined }],
    ['a classic reply key', { ...plain, reply: { ...plain.reply, recipient: 'age1classic' } }],
    ['a short thread key', { ...plain, reply: { ...plain.reply, threadKey: 'AAAA' } }],
    ['four wished times', { ...plain, slotIds: Array(4).fill(plain.id) }],
    ['a day that is a moment', { ...plain, writtenOn: '2026-02-28T03:12:00Z' }],
    ['a day that is in no calendar', { ...plain, writtenOn: '2026-02-31' }],
    [
      'a thread key with stray bits',
      { ...plain, reply: { ...plain.reply, threadKey: `${'A'.repeat(42)}B` } },
    ],
    ['a thread id with stray bits', { ...plain, reply: { ...plain.reply, threadId: `${'A'.repeat(21)}B` } }],
    ['a request the schema refuses', { ...plain, request: { message: 1 } }],
  ]

  it.each(wrong)('is refused with %s, before sealing and after', async (_, wrongly) => {
    await expect(
      sealRequest(wrongly as Envelope<{ message: string }>, requestSchema, recipients),
    ).rejects.toThrow(fault('form'))
    const sealed = await seal(wrongly, recipients)
    await expect(openRequest(sealed, [team.identity], requestSchema)).rejects.toThrow(fault('form'))
  })

  it('is refused with a CPR number for a name, a made-up name or a language, not for one among other words', async () => {
    const request = {
      audience: 'adult',
      wish: 'advice',
      substance: 'alcohol',
      identity: 'named',
      name: 'Ida',
      phone: '12345678',
      alias: 'Blå Kano',
      language: 'da',
    }
    const opened = async (more: object) =>
      openRequest(
        await seal({ ...plain, request: { ...request, ...more } }, recipients),
        [team.identity],
        contactRequest,
      )
    for (const field of ['name', 'alias', 'language'])
      await expect(opened({ [field]: 'Ida 010190\u20111234' })).rejects.toThrow(fault('form'))
    expect((await opened({ message: 'Jeg er 010190-1234' }))?.request.message).toContain('010190')
  })

  it('is refused without telling what was written', async () => {
    const secret = { ...plain, request: { message: 1, SENTINEL: 'SENTINEL' } }
    const error: unknown = await openRequest(
      await seal(secret, recipients),
      [team.identity],
      requestSchema,
    ).catch((e: unknown) => e)
    expect(error).toEqual(fault('form'))
    expect(String(error)).not.toContain('SENTINEL')
    expect((error as Error).cause).toBeUndefined()
  })

  it('is refused with the places where it is wrong, and its kind where that is the whole', async () => {
    const wrongly = { ...plain, reply: { ...plain.reply, threadKey: '', threadId: '' }, more: 1 }
    await expect(sealRequest(wrongly, requestSchema, recipients)).rejects.toThrow(
      /: reply\.threadKey, reply\.threadId, unrecognized_keys$/,
    )
  })

  it('fits with every field as long as it may be, whatever is written', async () => {
    for (const sign of ['a', 'æ', '漢', '"', '\n']) {
      const request = {
        audience: 'relative' as const,
        concern: 'adult' as const,
        connection: 'resident' as const,
        wish: 'parent-support' as const,
        identity: 'named' as const,
        name: `a${sign.repeat(99)}`,
        phone: '+45 00 00 00 00 ('.padEnd(30, '-'),
        callTimes: ['morning' as const, 'afternoon' as const, 'evening' as const],
        ifSomeoneElseAnswers: 'say-municipality' as const,
        alias: sign.repeat(60),
        language: sign.repeat(40),
        message: sign.repeat(1000),
      }
      const longest = {
        ...plain,
        request,
        slotIds: [plain.id, plain.slotIds[0]!, envelope.plain.id.replace('6', '7')],
      }
      const sealed = await sealRequest(longest, contactRequest, recipients)
      expect(sealed).toHaveLength(10240)
      expect(await openRequest(sealed, [team.identity], contactRequest)).toEqual(longest)
    }
  })

  it('takes any schema for its request', async () => {
    const numbers = z.strictObject({ n: z.int() })
    const sealed = await sealRequest({ ...plain, request: { n: 7 } }, numbers, recipients)
    expect((await openRequest(sealed, [team.identity], numbers))?.request.n).toBe(7)
  })
})

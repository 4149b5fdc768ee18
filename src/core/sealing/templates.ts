import { ed25519 } from '@noble/curves/ed25519.js'
import * as z from 'zod/mini'
import { base64url32, base64url64 } from '../contract/encoding.ts'
import { languageIds } from '../languages.ts'
import { typed } from '../request/fields.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { SealingError } from './errors.ts'
import { isStrictlySigned } from './ed25519.ts'
import { inFixedOrder } from './fixed-order.ts'
import { decryptWith } from './open.ts'
import type { Recipients } from './recipients.ts'
import { encryptTo } from './seal.ts'

/** What a reply can be begun with: signs of crisis, worry for a child, too young for the offer, from elsewhere, a time. */
export const templateIds = ['crisis', 'child', 'too-young', 'elsewhere', 'time'] as const
export type TemplateId = (typeof templateIds)[number]

/** The longest text of a template, in UTF-16 units: there is room left in a message to add to it. */
export const TEMPLATE_MAX = 1000

/** What leaders have changed, by template and language; what is not here is as the page has it. */
const texts = z.partialRecord(
  z.enum(templateIds),
  z.partialRecord(z.enum(languageIds), typed(TEMPLATE_MAX).check(z.minLength(1))),
)
export type TemplateTexts = z.infer<typeof texts>

const templates = z.strictObject({
  v: z.literal(1),
  kind: z.literal('templates'),
  /** Counts the changes, from 1: an old one cannot stand in the place of a newer one of another number. */
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  texts,
  /** Whose key signed it: only a leader's counts, and the list of members says who leads. */
  by: base64url32,
  signature: base64url64,
})
export type Templates = z.infer<typeof templates>

/**
 * What is signed: a line that no other use of the key has, then the UTF-8 bytes of the JSON of all fields in this order. A row
 * for each text that is there, by its language's name: another language in the app changes nothing in what was signed before.
 */
function signedBytes({ v, kind, version, texts: of, by }: Omit<Templates, 'signature'>): Uint8Array {
  const rows = templateIds.flatMap(id =>
    Object.entries(of[id] ?? {})
      .sort(([a], [b]) => inFixedOrder(a, b))
      .map(([lang, text]) => [id, lang, text]),
  )
  return new TextEncoder().encode(
    `foerste-snak templates v1\n${JSON.stringify([v, kind, version, by, rows])}`,
  )
}

/**
 * Signs templates with a leader's own key and seals them to the team and the recovery key. Their length is not hidden: it
 * tells nothing of any citizen.
 *
 * @throws SealingError `form` when the schema refuses them.
 */
export async function sealTemplates(
  of: Pick<Templates, 'version' | 'texts'>,
  leader: { readonly signing: string },
  recipients: Recipients,
): Promise<Uint8Array> {
  const seed = fromBase64url(leader.signing)
  const by = toBase64url(ed25519.getPublicKey(seed))
  const unsigned = { v: 1, kind: 'templates', ...of, by } as const
  const signature = toBase64url(ed25519.sign(signedBytes(unsigned), seed))
  const parsed = z.safeParse(templates, { ...unsigned, signature })
  if (!parsed.success) throw new SealingError('form', 'not templates')
  return encryptTo(recipients, new TextEncoder().encode(JSON.stringify(parsed.data)))
}

/**
 * Opens templates that the key named in `by` has signed. Nothing stored makes it throw. Whether `by` leads is not known here.
 *
 * @param identities of the team, in every epoch.
 * @returns null for everything else: damaged, of another form, or signed by nobody.
 */
export async function openTemplates(
  sealed: string,
  identities: readonly string[],
): Promise<Templates | null> {
  let plain: unknown
  try {
    const bytes = await decryptWith(identities, fromBase64url(sealed))
    plain = bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null // damaged, or nothing of ours
  }
  const { data } = z.safeParse(templates, plain)
  if (data === undefined) return null
  return isStrictlySigned(signedBytes(data), data.signature, data.by) ? data : null
}

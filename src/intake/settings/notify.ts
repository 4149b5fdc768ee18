import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { day } from '../../core/contract/index.ts'
import { FIRST, type Language } from '../../core/languages.ts'
import { SettingError } from './setting-error.ts'

/** The languages that staff can be written to in. */
const mailLanguages = ['da', 'en'] as const satisfies readonly Language[]
export type MailLanguage = (typeof mailLanguages)[number]

/** One address and nothing around it: no name, no list, no line break that would begin a header. */
const address = z.string().check(z.regex(/^[^\s@<>(),;:"\\]{1,64}@[A-Za-z0-9.-]{1,255}$/))
const hour = z.int().check(z.gte(0), z.lte(23))

/** `NOTIFY_FILE`: who gets a mail when there is something in the inbox, and when mail may go out. */
const notifyFile = z
  .strictObject({
    /** The sender; nobody reads what is sent back to it. */
    from: address,
    to: z
      .array(
        z.strictObject({
          /** Any name, once: it stands in the store, and is what the log names. */
          name: z.string().check(z.minLength(1), z.maxLength(80)),
          mail: address,
          /** Gets a mail too when nobody has looked for two days. */
          leader: z._default(z.boolean(), false),
          language: z._default(z.enum(mailLanguages), FIRST),
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
    /** Hours of the Danish clock, both included: at most one mail in each. */
    hours: z._default(z.strictObject({ first: hour, last: hour }), { first: 8, last: 16 }),
    /** 1 is Monday, 7 is Sunday (ISO 8601). */
    days: z._default(z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1)), [1, 2, 3, 4, 5]),
    /** Days on which the house is closed, beside weekends and the days that `core/calendar/closed-days.ts` knows. */
    closed: z._default(z.array(day), []),
  })
  .check(
    z.refine(({ to }) => new Set(to.map(({ name }) => name)).size === to.length, { path: ['to'] }),
    z.refine(({ hours }) => hours.first <= hours.last, { path: ['hours'] }),
  )
export type Notify = z.output<typeof notifyFile>

/**
 * Reads the list. The sentence names the field that is wrong, and no address.
 *
 * @throws SettingError naming NOTIFY_FILE
 */
export async function readNotify(file: string): Promise<Notify> {
  let parsed: unknown
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new SettingError('NOTIFY_FILE', 'must name a JSON file that this user may read', { cause })
  }
  const result = notifyFile.safeParse(parsed)
  if (result.success) return result.data
  const field = result.error.issues[0]?.path.join('.') ?? ''
  throw new SettingError('NOTIFY_FILE', `is not as docs/operations.md shows it: look at "${field}"`)
}

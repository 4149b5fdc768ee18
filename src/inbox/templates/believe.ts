import type { TemplatesAnswer } from '../../core/contract/templates.ts'
import type { TemplateTexts } from '../../core/sealing/templates.ts'
import type { Team } from '../../core/sealing/team.ts'
import { performBeside } from '../opening/spare.ts'

/** What was fetched and opened; not yet compared with the list of members. */
export type Fetched = {
  /** The version the intake names: what a change is made from. */
  readonly version: number
  /** Null when leaders have changed nothing. */
  readonly opened: Opened | 'unreadable' | null
}
type Opened = { readonly by: string; readonly texts: TemplateTexts }

/** Opens what the intake hands out. One that stands under another number than its own is not what it is said to be. */
export async function openAnswer(
  { version, sealed }: TemplatesAnswer,
  identities: readonly string[],
): Promise<Fetched> {
  if (sealed === null) return { version, opened: null }
  const opened = await performBeside('openTemplates', { sealed, identities })
  return { version, opened: opened?.version === version ? opened : 'unreadable' }
}

/** What is to be used, and why it is not what is stored, where it is not. */
export type Verdict = {
  readonly texts: TemplateTexts
  /** `stranger`: damaged, or signed by nobody who ever led. `former`: by somebody who leads no more. */
  readonly doubt: 'stranger' | 'former' | null
  /** What a former leader wrote: for a leader to read and to save again, and used by nobody before. */
  readonly offered: TemplateTexts
}

/** Only what a present leader has signed is used; a list that is not believed names none. */
export function believeTemplates({ opened }: Fetched, team: Team | null): Verdict {
  if (opened === null) return { texts: {}, doubt: null, offered: {} }
  if (opened === 'unreadable' || team === null) return { texts: {}, doubt: 'stranger', offered: {} }
  const { by, texts } = opened
  if (team.members.some(one => one.signing === by && one.role === 'leader'))
    return { texts, doubt: null, offered: texts }
  const hasLed = team.entries.some(
    entry =>
      (entry.kind === 'add' && entry.role === 'leader' && entry.member.signing === by) ||
      (entry.kind === 'role' && entry.role === 'leader' && entry.signing === by),
  )
  return hasLed
    ? { texts: {}, doubt: 'former', offered: texts }
    : { texts: {}, doubt: 'stranger', offered: {} }
}

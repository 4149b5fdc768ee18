/** Recipients on hardware of another kind than ours (`age1tag1…`, `age1tagpq1…`): the only ones that need the curve P-256. */
const TAGS = 'import { TagRecipient, HybridTagRecipient } from "./recipients.js";'
const NONE = `class TagRecipient {
  constructor() {
    throw new Error('left out of this build')
  }
}
const HybridTagRecipient = TagRecipient`

/**
 * Leaves out of the scripts what age-encryption seals to hardware tags with: two copies of a curve, a fifth of what seals. Our
 * code refuses such recipients before the library sees them (`core/sealing/recipients.ts`).
 *
 * @throws Error when the library is written otherwise than the version that this was made for
 */
export function withoutTags(): {
  readonly name: string
  readonly transform: (code: string, id: string) => string | undefined
} {
  return {
    name: 'without-tags',
    transform(code, id) {
      if (!/\/age-encryption\/dist\/index\.js$/.test(id)) return undefined
      if (!code.includes(TAGS))
        throw new Error('age-encryption no longer imports its tag recipients in one line')
      return code.replace(TAGS, NONE)
    },
  }
}

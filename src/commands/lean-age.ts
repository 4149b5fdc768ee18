/** Recipients on hardware of another kind than ours (`age1tag1…`, `age1tagpq1…`): the only ones that need the curve P-256. */
const TAGS = ['TagRecipient', 'HybridTagRecipient'] as const
/** A member's key may lie behind a passphrase (`core/sealing/locked-key.ts`); citizens have none. */
const PASSPHRASES = ['ScryptIdentity', 'ScryptRecipient'] as const

/** How the library imports two of its parts, in one line. */
const importOf = (names: readonly string[]): string =>
  `import { ${names.join(', ')} } from "./recipients.js";`
const nothingFor = (names: readonly string[]): string =>
  names
    .map(
      name => `class ${name} {
  constructor() {
    throw new Error('left out of this build')
  }
}`,
    )
    .join('\n')

/**
 * Leaves out of the scripts what age-encryption seals to hardware tags with, a fifth of what seals, and of the citizens' also its
 * passphrases. Our code refuses such recipients before the library sees them (`core/sealing/recipients.ts`).
 *
 * @param side whose scripts: `citizen` or `inbox`
 * @throws Error when the library is written otherwise than the version that this was made for
 */
export function leanAge(side: 'citizen' | 'inbox'): {
  readonly name: string
  readonly transform: (code: string, id: string) => string | undefined
} {
  const parts = side === 'citizen' ? [TAGS, PASSPHRASES] : [TAGS]
  return {
    name: 'lean-age',
    transform(code, id) {
      if (!/\/age-encryption\/dist\/index\.js$/.test(id)) return undefined
      let lean = code
      for (const names of parts) {
        if (!lean.includes(importOf(names)))
          throw new Error(`age-encryption no longer imports ${names.join(' and ')} in one line`)
        lean = lean.replace(importOf(names), nothingFor(names))
      }
      return lean
    },
  }
}

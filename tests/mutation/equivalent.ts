import type { Mutant } from './mutants.ts'

/** A change that no test can notice, and why. */
export type Equivalent = Pick<Mutant, 'file' | 'was' | 'becomes'> & {
  /** Part of the line it stands in. */
  readonly line: string
  readonly why: string
}

/** Changes that were looked at, one by one: the code does the same with them as without. */
export const equivalents: readonly Equivalent[] = []

/** Why a change does nothing; undefined for one that some test should notice. */
export const whyEquivalent = ({ file, was, becomes, text }: Mutant): string | undefined =>
  equivalents.find(
    one => one.file === file && one.was === was && one.becomes === becomes && text.includes(one.line),
  )?.why

import { makeAlias } from '../../core/request/index.ts'
import type { T } from '../copy/copy.ts'

/** A made-up name to be said at the door, by chance. */
export const newAlias = (t: T): string =>
  makeAlias(
    [t('request:alias.looks'), t('request:alias.colours'), t('request:alias.things')],
    crypto.getRandomValues(new Uint8Array(3)),
  )

import { makeAlias } from '../../core/request/index.ts'
import type { T } from '../copy/copy.ts'

/** A made-up name to be said at the door: by chance alone, since anybody who steered it would know it (decision 0045). */
export const newAlias = (t: T): string =>
  t(
    'request:alias.name',
    makeAlias(
      [t('request:alias.looks'), t('request:alias.colours'), t('request:alias.things')],
      crypto.getRandomValues(new Uint8Array(4)),
    ),
  )

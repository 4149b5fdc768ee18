import { municipality } from '#municipality'
import type { HelplineId } from '../../core/facts/types.ts'
import { makeT } from '../shared/copy.ts'
import { languageOf } from './reply.ts'
import type { Readable } from './requests.ts'

/** Words to begin a reply with when nobody can be called, in the person's own language: to be read and changed first. */
export function crisisWords(opened: Readable): string {
  const id = lineFor(opened)
  const line = municipality.helplines.find(one => one.id === id)
  return makeT(languageOf(opened))('crisis.suggestion', { name: line?.name, number: line?.shown })
}

/** The young have a line of their own; the line on violence where that is all it is about. */
function lineFor({ signs, envelope }: Readable): HelplineId {
  if (envelope.request.audience === 'youth') return 'children'
  return signs.every(sign => sign.crises.every(crisis => crisis === 'violence')) ? 'violence' : 'suicide'
}

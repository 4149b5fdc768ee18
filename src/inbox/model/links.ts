import { genuine } from '../../core/sealing/index.ts'
import type { OpenedRequest } from './requests.ts'

/** The first eight signs of a request's id: enough to tell requests apart, and no secret. */
export const referenceOf = ({ stored }: OpenedRequest): string => stored.id.slice(0, 8)

/** How a link was written before it had a field of its own. */
const IN_TEXT = /\(#([0-9a-f]{8})\)/g

/** Looked for once, since a request never changes. */
const pointed = new WeakMap<OpenedRequest, readonly string[]>()

/** The requests that staff's own, genuine messages in this thread point to. */
function pointsTo(opened: OpenedRequest): readonly string[] {
  const before = pointed.get(opened)
  if (before) return before
  const made = genuine(opened.thread)
    .filter(message => message.from === 'staff')
    .flatMap(({ text, links }) => [
      ...(links === undefined ? [] : [links]),
      ...Array.from(text.matchAll(IN_TEXT), ([, reference = '']) => reference),
    ])
  pointed.set(opened, made)
  return made
}

/** Makes ready what a request points to. */
export function makeLinkable(opened: OpenedRequest): void {
  pointsTo(opened)
}

/**
 * The requests linked with one, either way. A link is a sealed message of staff in the newer thread: the intake cannot
 * read it, nobody else can forge it, and the person sees that it was made.
 */
export function linkedWith(one: OpenedRequest, all: readonly OpenedRequest[]): OpenedRequest[] {
  const [own, reference] = [pointsTo(one), referenceOf(one)]
  return all.filter(
    other =>
      other.stored.id !== one.stored.id &&
      // Most point to none: of those no reference is made.
      ((own.length > 0 && own.includes(referenceOf(other))) || pointsTo(other).includes(reference)),
  )
}

/** Whether staff have linked a request with one that is not among these. */
export const isLinkedBeyond = (one: OpenedRequest, all: readonly OpenedRequest[]): boolean =>
  pointsTo(one).some(reference => !all.some(other => referenceOf(other) === reference))

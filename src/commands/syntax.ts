import { parseSync } from 'vite'

/** A node of a program's syntax (ESTree), with where it stands in the text. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>

/** Whether a part of the syntax is a node, and neither a list nor a plain value. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

/** What an identifier is called; empty for all else. */
export const nameOf = (node: unknown): string =>
  isNode(node) && typeof node['name'] === 'string' ? node['name'] : ''

/** A span of a program and what stands there afterwards. */
export type Change = { readonly start: number; readonly end: number; readonly to: string }

/**
 * Changes a program in some places. Inside of what is changed nothing else is looked at.
 *
 * @param changeOf what becomes of a node, `within` a class of that name; null leaves it as it is
 */
export function changed(code: string, changeOf: (node: Node, within: string) => Change | null): string {
  const changes: Change[] = []
  const look = (value: unknown, within: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, within)
    if (!isNode(value)) return
    const change = changeOf(value, within)
    if (change) {
      changes.push(change)
      return
    }
    const inside = value.type === 'ClassDeclaration' ? nameOf(value['id']) : within
    for (const part of Object.values(value)) look(part, inside)
  }
  look(parseSync('script.js', code).program, '')
  return changes
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, to }) => text.slice(0, start) + to + text.slice(end), code)
}

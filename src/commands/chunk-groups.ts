import type { InlineConfig, Plugin } from 'vite'

type RolldownOptions = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>

/** Modules that become one file: those whose path holds one of `of`, and none of `but`. */
export type ChunkGroup = {
  readonly name: string
  /** Where two groups hold a module, the higher one has it. */
  readonly priority: number
  readonly of: readonly string[]
  readonly but?: readonly string[]
}

/** The same folder before each of several parts of paths. */
export const under = (folder: string, ...parts: readonly string[]): readonly string[] =>
  parts.map(part => folder + part)

const holds = (id: string, parts: readonly string[]): boolean => parts.some(part => id.includes(part))

/** Has the bundler cut the script into these groups. */
export function cutInto(groups: readonly ChunkGroup[]): RolldownOptions {
  return {
    output: {
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: groups.map(({ name, priority, of, but = [] }) => ({
          name,
          priority,
          test: (id: string) => holds(id, of) && !holds(id, but),
        })),
      },
    },
  }
}

/** The parts of paths that are in none of these modules, or take none out of their group, with the group's name before each. */
export function unmatched(groups: readonly ChunkGroup[], ids: readonly string[]): string[] {
  return groups.flatMap(({ name, of, but = [] }) => {
    const held = ids.filter(id => holds(id, of))
    return [
      ...of.filter(part => !ids.some(id => id.includes(part))),
      ...but.filter(part => !held.some(id => id.includes(part))).map(part => `not ${part}`),
    ].map(part => `${name}: ${part}`)
  })
}

/**
 * Breaks a build in which a part of a path that cuts the script is in no module's: its file was moved or renamed, and now
 * comes along where nobody asks for it.
 */
export function everyPartMatches(groups: readonly ChunkGroup[]): Plugin {
  return {
    name: 'every-part-matches',
    apply: 'build',
    generateBundle() {
      const found = unmatched(groups, [...this.getModuleIds()])
      if (found.length > 0)
        this.error(`paths of src/commands/chunks.ts that match no module:\n${found.join('\n')}`)
    },
  }
}

import type { VNode } from 'preact'

export interface Example {
  readonly component: string
  /** In everyday words; with the component it is the example's name. */
  readonly name: string
  readonly node: VNode
  /** Brings its own header or main: stands alone on its page. */
  readonly whole?: boolean
}

/** The address of an example within the page of examples. */
export function exampleId({ component, name }: Example): string {
  return `${component}-${name}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

/** What a button of an example does. */
export const nothing = (): void => undefined

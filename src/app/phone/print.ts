import { orElse } from './refused.ts'

/** Whether there is printing at all: browsers inside other apps have none. */
export const canPrint = (): boolean =>
  orElse(() => typeof (globalThis as { print?: unknown }).print === 'function', false)

/** Opens the browser's dialogue for printing; nothing where there is none. */
export const printPage = (): void => {
  orElse(() => {
    print()
  }, undefined)
}

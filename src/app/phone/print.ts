import { orElse } from './refused.ts'

/** Whether there is printing at all: browsers inside other apps have none. */
export const canPrint = (): boolean =>
  orElse(() => typeof (globalThis as { print?: unknown }).print === 'function', false)

export const printPage = (): void => {
  orElse(() => {
    print()
  }, undefined)
}

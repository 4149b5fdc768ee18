import { useEffect } from 'preact/hooks'
import { hold } from './unsaved.ts'

/** As long as `on`, no update may reload this page: there are answers or a code on it that are nowhere else. */
export function useUnsaved(on: boolean): void {
  useEffect(() => (on ? hold() : undefined), [on])
}

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { useCopy } from '../shared/copy.ts'

/** Whether the request lies on top of the times instead of the list: its way back leads there. */
export const OnTimesContext = createContext(false)

/** What the way back from a request is called. */
export function useWayBack(): string {
  const { t } = useCopy()
  return t(useContext(OnTimesContext) ? 'detail.backToTimes' : 'detail.back')
}

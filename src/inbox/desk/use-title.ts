import { useEffect, useMemo } from 'preact/hooks'
import { countNew } from '../model/groups.ts'
import type { OpenedRequest } from '../model/requests.ts'
import { useCopy } from '../shared/copy.ts'

/** How many are new, where a member sees it while doing something else. A number says nothing of anybody. */
export function useTitle(requests: readonly OpenedRequest[]): void {
  const { t } = useCopy()
  const count = useMemo(() => countNew(requests), [requests])
  useEffect(() => {
    document.title = count > 0 ? t('titleNew', { n: count }) : t('title')
    return () => {
      document.title = t('title')
    }
  }, [count, t])
}

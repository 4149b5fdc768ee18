import type { JSX } from 'preact'
import { Button } from '../../../ui/index.ts'
import { useDesk } from '../../model/desk.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'

/** The way on from a request that has been dealt with; nothing where none comes after it. */
export function NextRequest({ next }: { readonly next: OpenedRequest | undefined }): JSX.Element | null {
  const { t } = useCopy()
  const { onOpen } = useDesk()
  if (!next) return null
  return (
    <Button
      kind="quiet"
      onClick={() => {
        onOpen(next.stored.id)
      }}
    >
      {t('detail.next')}
    </Button>
  )
}

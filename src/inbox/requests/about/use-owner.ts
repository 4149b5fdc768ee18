import { useContext } from 'preact/hooks'
import { MeContext, OnTeamContext } from '../../model/desk.ts'
import { activeOwnerOf, ownerOf } from '../../model/notes.ts'
import type { OpenedRequest } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'

/** Who has a request, and the sentence that says so. */
export function useOwner(opened: OpenedRequest): {
  readonly owner: string | null
  readonly isMine: boolean
  /** They are no longer on the team. */
  readonly hasLeft: boolean
  readonly says: string
} {
  const { t } = useCopy()
  const me = useContext(MeContext)
  const onTeam = useContext(OnTeamContext)
  const owner = ownerOf(opened)
  if (owner === null) return { owner, isMine: false, hasLeft: false, says: t('notes.nobody') }
  if (owner === me) return { owner, isMine: true, hasLeft: false, says: t('notes.you') }
  const hasLeft = activeOwnerOf(opened, onTeam) === null
  return { owner, isMine: false, hasLeft, says: t(hasLeft ? 'notes.left' : 'notes.owner', { name: owner }) }
}

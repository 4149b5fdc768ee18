import type { JSX } from 'preact'
import { Actions, LinkButton } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './words.tsx'

/** At the end of a long page: who has read so far need not go all the way up to write. */
export function WriteAgain(props: {
  readonly audience: 'adult' | 'youth-talk' | 'relative'
  readonly label: Key
}): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Actions>
      <LinkButton href={href('contact')} data-audience={props.audience}>
        {t(props.label)}
      </LinkButton>
    </Actions>
  )
}

import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../ui/index.ts'
import { emptyClipboard } from '../shared/copied.ts'
import { useCopy } from '../shared/copy.ts'

/** Nobody is signed in: what was copied out of a request goes from the clipboard, and it is said while it has not gone. */
export function StillCopied(): JSX.Element | null {
  const { t } = useCopy()
  const [lies, setLies] = useState(false)
  useEffect(() => {
    const empty = (): void => {
      emptyClipboard().then(done => {
        setLies(!done)
      }, reportError)
    }
    empty()
    // A page that is not in front is refused: it is tried when somebody comes back to it.
    const chances = ['focus', 'pointerdown', 'keydown'] as const
    for (const name of chances) addEventListener(name, empty)
    return () => {
      for (const name of chances) removeEventListener(name, empty)
    }
  }, [])
  if (!lies) return null
  return (
    <Notice tone="care" live>
      <p>{t('problems.copied')}</p>
    </Notice>
  )
}

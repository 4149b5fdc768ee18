import type { FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { bandOfAge, type Situation } from '../../../core/eligibility/index.ts'
import { Fold } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { loadT } from '../../copy/load.ts'

type SignsOf = FunctionComponent<{ readonly counts: boolean }>

/**
 * The signs people may know of themselves, for who is in doubt how to answer. Fetched when this screen is reached; without
 * them the question stands as it is. No tick gets to the situation.
 */
export function KnownSigns({ situation }: { readonly situation: Situation }): JSX.Element | null {
  const { t, lang } = useCopy()
  const [there, setThere] = useState<{ readonly Signs: SignsOf; readonly lang: string } | null>(null)
  useEffect(() => {
    Promise.all([import('../../signs/signs.tsx'), loadT(lang, ['near'])]).then(
      ([{ Signs }]) => {
        setThere({ Signs, lang })
      },
      () => {
        // Not to be had without a network, and needed by nobody to go on.
      },
    )
  }, [lang])
  if (there?.lang !== lang) return null
  const { age } = situation
  return (
    <Fold summary={t('check:signs')}>
      <there.Signs counts={typeof age === 'number' && bandOfAge(age) === 'adult'} />
    </Fold>
  )
}

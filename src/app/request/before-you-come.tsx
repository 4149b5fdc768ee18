import type { ComponentProps, FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Heading } from '../../ui/index.ts'
import type { Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { loadT } from '../copy/load.ts'
import type { ShortAnswers, Visitor } from '../pages/shared/short-answers.tsx'
import { whenIdle } from '../phone/when-idle.ts'

type Answers = FunctionComponent<ComponentProps<typeof ShortAnswers>>

/**
 * What people ask before they come, by the receipt: what a talk contains, a friend, not coming. It is fetched when the phone
 * has nothing else to do; without it the receipt is whole, and the page of the house says the same.
 */
export function BeforeYouCome({ receipt }: { readonly receipt: Receipt }): JSX.Element | null {
  const { t, lang } = useCopy()
  const [there, setThere] = useState<{ readonly Answers: Answers; readonly lang: string } | null>(null)
  useEffect(() => {
    let wanted = true
    whenIdle(() => {
      Promise.all([import('../pages/shared/short-answers.tsx'), loadT(lang, ['near'])]).then(
        ([{ ShortAnswers }]) => {
          if (wanted) setThere({ Answers: ShortAnswers, lang })
        },
        () => {
          // No network, and it was not kept yet: nothing here has to be known now.
        },
      )
    })
    return () => {
      wanted = false
    }
  }, [lang])
  if (there?.lang !== lang) return null
  const minutes = receipt.slot?.kind === 'relatives-course' ? undefined : receipt.slot?.dates[0]?.minutes
  return (
    <section class="flow">
      <Heading level={2}>{t('visit:heading')}</Heading>
      <there.Answers of={visitorOf(receipt)} minutes={minutes} booked={receipt.slot !== null} />
    </section>
  )
}

/** Who comes, as far as what they should know differs. */
export function visitorOf({ answers }: Pick<Receipt, 'answers'>): Visitor {
  if (answers.audience === 'relative') return 'relative'
  if (answers.audience === 'youth') return answers.wish === 'treatment' ? 'youth-treatment' : 'youth-talk'
  return 'adult'
}

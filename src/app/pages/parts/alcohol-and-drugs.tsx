import type { ComponentChildren, JSX } from 'preact'
import { SideBySide } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import type { Key } from './words.tsx'

const titles = {
  adults: ['adults:alcohol', 'adults:drugs'],
  youth: ['youth:alcohol', 'youth:drugs'],
  relatives: ['relatives:alcohol', 'relatives:drugs'],
  rights: ['rights:alcohol', 'rights:drugs'],
} as const satisfies Record<string, readonly [Key, Key]>

/** What differs between the two standards, side by side. */
export function AlcoholAndDrugs(props: {
  readonly page: keyof typeof titles
  readonly alcohol: ComponentChildren
  readonly drugs: ComponentChildren
}): JSX.Element {
  const { t } = useCopy()
  const [alcohol, drugs] = titles[props.page]
  return (
    <SideBySide
      columns={[
        { title: t(alcohol), children: props.alcohol },
        { title: t(drugs), children: props.drugs },
      ]}
    />
  )
}

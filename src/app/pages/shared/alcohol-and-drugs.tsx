import type { ComponentChildren, JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { SideBySide } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { LevelInside } from './section.tsx'
import type { Key } from './words.tsx'

const titles = {
  adults: ['adults:alcohol', 'adults:drugs'],
  youth: ['youth:alcohol', 'youth:drugs'],
  rights: ['rights:alcohol', 'rights:drugs'],
} as const satisfies Record<string, readonly [Key, Key]>

/** What differs between the two standards, side by side. */
export function AlcoholAndDrugs(props: {
  readonly page: keyof typeof titles
  readonly alcohol: ComponentChildren
  readonly drugs: ComponentChildren
}): JSX.Element {
  const { t } = useCopy()
  const level = useContext(LevelInside)
  const [alcohol, drugs] = titles[props.page]
  return (
    <SideBySide
      level={level}
      columns={[
        { title: t(alcohol), children: props.alcohol },
        { title: t(drugs), children: props.drugs },
      ]}
    />
  )
}

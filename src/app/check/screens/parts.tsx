import type { JSX } from 'preact'
import { ageBands, ageOfBand, bandOfAge, type AgeBand } from '../../../core/eligibility/index.ts'
import { CheckGroup, RadioGroup, type Option } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'

type Asked = {
  readonly name: string
  readonly legend: string
  readonly first?: boolean
  readonly hint?: string
}
type Known<Value> = { readonly value: Value | null | undefined; readonly onChange: (value: Value) => void }

/** An age band; it stands in a situation as an age that is never shown. */
export function AgeQuestion(props: Asked & Known<number>): JSX.Element {
  const { t } = useCopy()
  const { value, onChange, first = false, ...rest } = props
  return (
    <RadioGroup<AgeBand>
      {...rest}
      legendIsHeading={first}
      options={ageBands.map(band => ({ value: band, label: t(`check:age.${band}`) }))}
      value={typeof value === 'number' ? bandOfAge(value) : undefined}
      onChange={band => {
        onChange(ageOfBand(band))
      }}
    />
  )
}

const answers = { yes: true, no: false, unsure: null } as const
type YesNo = keyof typeof answers

/** Yes, no, or "I don't know": that is an answer too (`null`), and counts as unknown. */
export function YesNoQuestion(
  props: Asked & {
    readonly value: boolean | null | undefined
    readonly onChange: (value: boolean | null) => void
    /** In place of "I don't know", where that is not all it says. */
    readonly unsure?: string
  },
): JSX.Element {
  const { t } = useCopy()
  const { value, onChange, first = false, unsure = t('check:unsure'), ...rest } = props
  const all = Object.keys(answers) as YesNo[] // Object.keys widens to string
  return (
    <RadioGroup<YesNo>
      {...rest}
      legendIsHeading={first}
      options={all.map(one => ({ value: one, label: one === 'unsure' ? unsure : t(`check:${one}`) }))}
      value={all.find(one => answers[one] === value)}
      onChange={one => {
        onChange(answers[one])
      }}
    />
  )
}

/** Boxes that stand for one answer each. One that is not ticked stays unknown: it never says no. */
export function BoxesQuestion<Name extends string>(
  props: Asked & {
    readonly options: readonly Option<Name>[]
    /** What a tick says: `true` for most, `false` where the box denies something. */
    readonly ticked: boolean
    readonly answers: { readonly [N in Name]?: boolean | null | undefined }
    readonly onChange: (answers: { [N in Name]?: boolean }) => void
  },
): JSX.Element {
  const { options, ticked, answers: told, onChange, first = false, ...rest } = props
  return (
    <CheckGroup<Name>
      {...rest}
      legendIsHeading={first}
      options={options}
      values={options.map(({ value }) => value).filter(name => told[name] === ticked)}
      onChange={names => {
        const now: { [N in Name]?: boolean } = {}
        for (const name of names) now[name] = ticked
        onChange(now)
      }}
    />
  )
}

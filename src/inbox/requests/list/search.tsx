import type { JSX } from 'preact'
import { useUnopened } from '../../model/desk.ts'
import { useCopy } from '../../shared/copy.ts'

/** One field for a name, a number, a reference or words. Nothing of it leaves the browser. */
export function Search(props: {
  readonly value: string
  readonly onInput: (value: string | undefined) => void
  /** How many were found; null when nothing is searched. */
  readonly count: number | null
}): JSX.Element {
  const { t } = useCopy()
  const { left, done } = useUnopened()
  // What staff are done with is looked for when words are.
  const isWhole = left + (props.value.trim() === '' ? 0 : done.finished + done.junk) === 0
  return (
    <div class="search">
      <label for="field-search">{t('list.search')}</label>
      <input
        class="input"
        type="search"
        id="field-search"
        name="search"
        value={props.value}
        placeholder={t('list.searchHint')}
        autoComplete="off"
        spellcheck={false}
        onInput={event => {
          props.onInput(event.currentTarget.value || undefined)
        }}
      />
      <span role="status">
        {props.count !== null && t(isWhole ? 'list.found' : 'list.foundYet', { count: props.count })}
      </span>
    </div>
  )
}

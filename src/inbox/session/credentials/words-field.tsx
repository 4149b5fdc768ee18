import type { JSX } from 'preact'
import { Choice, TextField } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'

/** The six words, masked unless they are to be seen. */
export function WordsField(props: {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly error: string | undefined
  readonly isShown: boolean
  readonly onShown: (isShown: boolean) => void
}): JSX.Element {
  const { t } = useCopy()
  const { isShown } = props
  return (
    <>
      {/* No password field: a browser would offer to keep the words, beside the very key that they unlock. */}
      <div class={isShown ? undefined : 'masked'}>
        <TextField
          name="words"
          label={t('signIn.words')}
          hint={t('signIn.wordsHint')}
          error={props.error}
          value={props.words}
          onInput={props.onWords}
          autoComplete="off"
          spellcheck={false}
        />
      </div>
      <Choice
        type="checkbox"
        name="shown"
        index={0}
        option={{ value: 'shown', label: t('signIn.showWords') }}
        checked={isShown}
        onChange={() => {
          props.onShown(!isShown)
        }}
      />
    </>
  )
}

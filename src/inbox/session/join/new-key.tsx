import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { makeMember, memberName, type KeyFile, type LockedKey } from '../../../core/sealing/index.ts'
import { Button, ErrorSummary, Form, Heading, TextField, useSubmit } from '../../../ui/index.ts'
import { first } from '../../model/build-info.ts'
import { useCopy } from '../../shared/copy.ts'
import { KeepKey } from '../credentials/keep-key.tsx'
import { keptKeys } from '../credentials/kept-keys.ts'

/** A name, keys made in this browser, and six words for them that the app has made. */
export function NewKey(props: {
  readonly title: string
  readonly lead: string
  readonly onMade: (key: KeyFile, locked: LockedKey) => Promise<void>
}): JSX.Element {
  const { t } = useCopy()
  const [name, setName] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [key, setKey] = useState<KeyFile | null>(null)
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [])

  const own = name.trim()
  const { busy, attempt, submit } = useSubmit({
    check() {
      const isTaken = keptKeys().some(one => one.name.toLowerCase() === own.toLowerCase())
      if (isTaken) setError(t('join.takenHere'))
      else if (!memberName.safeParse(own).success) setError(t('join.noName'))
      else return true
      return false
    },
    async send() {
      const made = await makeMember(own)
      setKey({ ...made.key, ...(first !== null && { first }) })
    },
  })

  if (key !== null) {
    return (
      <KeepKey
        isNew
        memberKey={key}
        onDone={async locked => {
          if (locked !== null) await props.onMade(key, locked)
        }}
      />
    )
  }
  return (
    <>
      <ErrorSummary
        title={t('join.errorTitle')}
        errors={error ? [{ name: 'name', text: error }] : []}
        attempt={attempt}
      />
      <Heading focusable>{props.title}</Heading>
      <p>{props.lead}</p>
      <Form onSubmit={submit}>
        <TextField
          name="name"
          label={t('join.name')}
          hint={t('join.nameHint')}
          error={error}
          value={name}
          onInput={setName}
          autoComplete="name"
        />
        <p>
          <Button type="submit" busy={busy}>
            {t('join.button')}
          </Button>
        </p>
      </Form>
    </>
  )
}

import { useState } from 'preact/hooks'
import { checkStep, readPhone, sealedPhone, type FieldError } from '../../core/request/index.ts'
import { useSubmit } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { write, type Mailbox } from './mailbox.ts'
import type { Said } from './thread-screen.tsx'

type Field = 'name' | 'phone'

/** What is typed about oneself, what must be mended in it, and how it went when it was sent. */
type GivenName = {
  readonly name: string
  readonly setName: (name: string) => void
  readonly phone: string
  readonly setPhone: (phone: string) => void
  /** All that must be mended, as a summary tells it. */
  readonly errors: readonly { readonly name: string; readonly text: string }[]
  readonly errorOf: (field: Field) => string | undefined
  readonly failed: 'failed' | 'gone' | null
} & ReturnType<typeof useSubmit>

/**
 * A name and perhaps a number, given in the thread.
 * @param onSent gets what the thread is to say of how it went
 */
export function useGivenName(mailbox: Mailbox, onSent: (said: Said) => void): GivenName {
  const { t } = useCopy()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [wrong, setWrong] = useState<readonly FieldError[]>([])
  const [failed, setFailed] = useState<GivenName['failed']>(null)

  const sending = useSubmit({
    check() {
      setFailed(null)
      // The number may be left out here: one can be answered with the code.
      const found = checkStep('reach', { identity: 'named', name, phone }).filter(
        error => error.why !== 'phone-missing',
      )
      setWrong(found)
      return found.length === 0
    },
    async send() {
      const number = readPhone(phone)
      const given = { name: name.trim(), ...(number && { phone: sealedPhone(number) }) }
      const result = await write(mailbox, { text: t('replies:name.text'), ...given })
      if (result === 'sent') onSent('replies:name.done')
      else if (result === 'waiting') onSent('replies:write.waiting')
      else setFailed(result)
    },
  })

  // "The name we should ask for" belongs to a call; here one may also turn back.
  const errors = wrong.map(({ field, why }) => ({
    name: field,
    text: t(why === 'name-missing' ? 'replies:name.missing' : `request:errors.${why}`),
  }))
  const errorOf = (field: Field): string | undefined => errors.find(one => one.name === field)?.text
  return { name, setName, phone, setPhone, errors, errorOf, failed, ...sending }
}

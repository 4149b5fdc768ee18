import { useContext, useState } from 'preact/hooks'
import { parseRecipients, toBase64url } from '../../core/sealing/index.ts'
import { sealTemplates } from '../../core/sealing/templates.ts'
import { fieldId, useSubmit } from '../../ui/index.ts'
import { recipients } from '../model/build-info.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { useDraft } from '../shared/drafts.ts'
import type { Failure } from '../shared/failure.ts'
import { useTrying } from '../shared/use-trying.ts'
import { changed, editsSince, firstLong, type Edits, type Place } from './edits.ts'
import { TemplatesContext } from './use-templates.ts'

/** The name of the field of a text. */
export const nameOf = ({ id, lang }: Place): string => `template-${id}-${lang}`

export type Editing = {
  readonly edits: Edits
  readonly write: (place: Place, text: string) => void
  readonly busy: boolean
  readonly failed: Failure | null
  /** That the texts were saved. */
  readonly said: string
  readonly submit: () => void
}

/** What a leader writes of the templates: kept until it is saved, then signed with their key and sealed to the team. */
export function useEdits(session: Session): Editing {
  const { t } = useCopy()
  const { version, offered, look } = useContext(TemplatesContext)
  const [draft, setDraft, settle] = useDraft('templates')
  // Sound: only this form writes it.
  const edits = JSON.parse(draft ?? '{}') as Edits
  const [said, setSaid] = useState('')
  const { failed, trying } = useTrying()

  const { busy, submit } = useSubmit({
    check() {
      const long = firstLong(offered, edits)
      // It is marked as it is written; who saves all the same is led there.
      if (long !== undefined) document.getElementById(fieldId(nameOf(long)))?.focus()
      return version !== null && long === undefined
    },
    async send() {
      if (version === null) return
      setSaid('')
      const done = await trying(async () => {
        const next = { version: version + 1, texts: changed(offered, edits) }
        const sealed = toBase64url(await sealTemplates(next, session.key, parseRecipients(recipients)))
        await call('changeTemplates', { body: { from: version, sealed } })
      })
      // Fetched before the fields show what is stored: nobody sees the old text come back.
      await look()
      if (!done) return
      settle(now => {
        // Sound: only this form writes it.
        const left = editsSince(edits, JSON.parse(now) as Edits)
        return Object.keys(left).length === 0 ? undefined : JSON.stringify(left)
      })
      setSaid(t('templates.saved'))
    },
  })
  return {
    edits,
    write: ({ id, lang }, text) => {
      setDraft(JSON.stringify({ ...edits, [id]: { ...edits[id], [lang]: text } }))
      setSaid('')
    },
    busy,
    failed,
    said,
    submit,
  }
}

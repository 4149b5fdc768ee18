import type { JSX } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { languageIds, type Language } from '../../core/languages.ts'
import { parseRecipients, toBase64url } from '../../core/sealing/index.ts'
import {
  sealTemplates,
  TEMPLATE_MAX,
  templateIds,
  type TemplateId,
  type TemplateTexts,
} from '../../core/sealing/templates.ts'
import { Button, fieldId, Fold, Form, Heading, MessageField, Notice, useSubmit } from '../../ui/index.ts'
import { recipients } from '../model/build-info.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { useCopy } from '../shared/copy.ts'
import { useDraft } from '../shared/drafts.ts'
import { languageName } from '../shared/language.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { FailedNotice } from '../shared/failed-notice.tsx'
import { useTrying } from '../shared/use-trying.ts'
import { builtIn, textOf } from './texts.ts'
import { TemplatesContext } from './use-templates.ts'

/** What a leader has written and not saved yet, by template and language; an empty one asks for the page's own text. */
type Edits = Partial<Record<TemplateId, Partial<Record<Language, string>>>>

/** Which texts differ from the page's own: those alone are kept, so that the others follow when the page's are bettered. */
function changed(offered: TemplateTexts, edits: Edits): TemplateTexts {
  const all: TemplateTexts = {}
  for (const id of templateIds) {
    for (const lang of languageIds) {
      const text = (edits[id]?.[lang] ?? textOf(offered, id, lang)).trim()
      if (text !== '' && text !== builtIn(id, lang)) all[id] = { ...all[id], [lang]: text }
    }
  }
  return all
}

const nameOf = (id: TemplateId, lang: Language): string => `template-${id}-${lang}`

/** A leader changes what replies can be begun with: in each language, signed with their key and sealed to the team. */
export function TemplatesForm({ session }: { readonly session: Session }): JSX.Element {
  const { t, lang: reader } = useCopy()
  const { version, offered, doubt, failed: unfetched, look } = useContext(TemplatesContext)
  const [draft, setDraft] = useDraft('templates')
  // Sound: only this form writes it.
  const edits = JSON.parse(draft ?? '{}') as Edits
  const [said, setSaid] = useState('')
  const { failed, trying } = useTrying()
  const shownOf = (id: TemplateId, lang: Language): string => edits[id]?.[lang] ?? textOf(offered, id, lang)
  const isLong = (id: TemplateId, lang: Language): boolean => shownOf(id, lang).trim().length > TEMPLATE_MAX
  const firstLong = (): string | undefined =>
    templateIds.flatMap(id => languageIds.filter(lang => isLong(id, lang)).map(lang => nameOf(id, lang)))[0]

  const { busy, submit } = useSubmit({
    check() {
      const long = firstLong()
      // It is marked as it is written; who saves all the same is led there.
      if (long !== undefined) document.getElementById(fieldId(long))?.focus()
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
      setDraft(undefined)
      setSaid(t('templates.saved'))
    },
  })
  return (
    <Fold summary={t('templates.title')}>
      <p>{t('templates.lead')}</p>
      <p>{t('templates.brackets', { time: t('templates.time'), line: t('templates.line') })}</p>
      {doubt !== null && (
        <Notice tone="care">
          <p>{t(`templates.doubt.${doubt}`)}</p>
        </Notice>
      )}
      {version === null ? (
        <p role="status">{unfetched === null ? t('list.fetching') : sentenceFor(unfetched, t)}</p>
      ) : (
        <Form onSubmit={submit}>
          {templateIds.map(id => (
            <section key={id} class="flow" role="group" aria-labelledby={`template-${id}`}>
              <Heading level={3} id={`template-${id}`}>
                {t(`templates.names.${id}`)}
              </Heading>
              <div class="template-texts">
                {languageIds.map(lang => (
                  <MessageField
                    key={lang}
                    name={nameOf(id, lang)}
                    lang={lang}
                    label={
                      <>
                        <span class="visually-hidden">{t(`templates.names.${id}`)}, </span>
                        {languageName(lang, reader)}
                      </>
                    }
                    error={isLong(id, lang) ? t('templates.long', { most: TEMPLATE_MAX }) : undefined}
                    value={shownOf(id, lang)}
                    onInput={text => {
                      setDraft(JSON.stringify({ ...edits, [id]: { ...edits[id], [lang]: text } }))
                      setSaid('')
                    }}
                    rows={6}
                    maxLength={TEMPLATE_MAX}
                    autoComplete="off"
                  />
                ))}
              </div>
            </section>
          ))}
          <p class="act">
            <Button type="submit" busy={busy} busyLabel={t('detail.stateSaving')}>
              {t('templates.save')}
            </Button>
            <span role="status">{said}</span>
          </p>
          <FailedNotice failed={failed} />
        </Form>
      )}
    </Fold>
  )
}

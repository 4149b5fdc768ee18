import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { languageIds } from '../../core/languages.ts'
import { TEMPLATE_MAX, templateIds, type TemplateId } from '../../core/sealing/templates.ts'
import { Button, Fold, Form, Heading, MessageField, Notice } from '../../ui/index.ts'
import type { Session } from '../session/session.ts'
import { useCopy } from '../shared/copy.ts'
import { languageName } from '../shared/language.ts'
import { sentenceFor } from '../shared/failure-words.ts'
import { FailedNotice } from '../shared/failed-notice.tsx'
import { isLongAt, shownAt, type Edits, type Place } from './edits.ts'
import { nameOf, useEdits } from './use-edits.ts'
import { TemplatesContext } from './use-templates.ts'

/** A leader changes what replies can be begun with: in each language, signed with their key and sealed to the team. */
export function TemplatesForm({ session }: { readonly session: Session }): JSX.Element {
  const { t } = useCopy()
  const { version, doubt, failed: unfetched } = useContext(TemplatesContext)
  const { edits, write, busy, failed, said, submit } = useEdits(session)
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
            <OneTemplate key={id} id={id} edits={edits} write={write} />
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

/** The texts of one template, a field a language. */
function OneTemplate(props: {
  readonly id: TemplateId
  readonly edits: Edits
  readonly write: (place: Place, text: string) => void
}): JSX.Element {
  const { t, lang: reader } = useCopy()
  const { offered } = useContext(TemplatesContext)
  const { id, edits, write } = props
  return (
    <section class="flow" role="group" aria-labelledby={`template-${id}`}>
      <Heading level={3} id={`template-${id}`}>
        {t(`templates.names.${id}`)}
      </Heading>
      <div class="template-texts">
        {languageIds.map(lang => (
          <MessageField
            key={lang}
            name={nameOf({ id, lang })}
            lang={lang}
            label={
              <>
                <span class="visually-hidden">{t(`templates.names.${id}`)}, </span>
                {languageName(lang, reader)}
              </>
            }
            error={
              isLongAt(offered, edits, { id, lang }) ? t('templates.long', { most: TEMPLATE_MAX }) : undefined
            }
            value={shownAt(offered, edits, { id, lang })}
            onInput={text => {
              write({ id, lang }, text)
            }}
            rows={6}
            maxLength={TEMPLATE_MAX}
            autoComplete="off"
          />
        ))}
      </div>
    </section>
  )
}

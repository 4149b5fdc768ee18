import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { TextField } from '../../../ui/index.ts'
import { candidatesFor } from '../../model/candidates.ts'
import { useDesk } from '../../model/desk.ts'
import { useCopy } from '../../shared/copy.ts'
import { LinkForm, type Linking } from './link-form.tsx'

/** The most that are looked through without a search. */
const FEW = 3

/** What it may belong together with, and the words to look for more. */
export function Older(props: Linking & { readonly shut: number }): JSX.Element {
  const { t } = useCopy()
  const { requests } = useDesk()
  const { shut, ...linking } = props
  const { opened } = linking
  const [query, setQuery] = useState('')
  const candidates = useMemo(() => candidatesFor(opened, requests, query), [opened, requests, query])
  const isSearch = query.trim() !== ''
  return (
    <>
      {shut > 0 && <p role="status">{t('list.opening', { count: shut })}</p>}
      {(candidates.length > FEW || isSearch) && (
        <>
          <TextField
            name="older-search"
            label={t('link.find')}
            value={query}
            onInput={setQuery}
            autoComplete="off"
            spellcheck={false}
          />
          <div role="status">{isSearch && t('list.found', { count: candidates.length })}</div>
        </>
      )}
      {(candidates.length > 0 || !isSearch) && <LinkForm {...linking} candidates={candidates} />}
    </>
  )
}

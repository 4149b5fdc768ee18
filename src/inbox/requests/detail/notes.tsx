import type { JSX } from 'preact'
import { Heading, Notice } from '../../../ui/index.ts'
import type { Readable } from '../../model/requests.ts'
import { useCopy } from '../../shared/copy.ts'
import { NoteClicks } from './note-clicks.tsx'
import { NoteForm } from './note-form.tsx'
import { NoteLine } from './note-line.tsx'

/** What colleagues tell each other about a request: who has it, calls, whether somebody came, and notes. */
export function Notes({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t } = useCopy()
  return (
    <section class="notes flow">
      <Heading level={2}>{t('notes.title')}</Heading>
      <NoteClicks opened={opened} />
      {opened.shutNotes !== undefined && (
        <Notice tone="care">
          <p>{t('notes.shut', { count: opened.shutNotes })}</p>
        </Notice>
      )}
      {opened.notes.length > 0 && (
        <ul class="plain-list note-list">
          {opened.notes.map(
            note =>
              note.event !== 'wrong' && (
                <li key={note.mac}>
                  <NoteLine note={note} event={note.event} opened={opened} />
                </li>
              ),
          )}
        </ul>
      )}
      <NoteForm opened={opened} />
    </section>
  )
}

import type { JSX } from 'preact'
import { Button, ErrorSummary, Form, useSubmit } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { summaryWords, wordsAt } from './error-words.ts'
import { PublishPreview } from './publish-preview.tsx'
import { SecondLook } from './second-look.tsx'
import { TimeFields } from './time-fields.tsx'
import { usePublish } from './use-publish.ts'

/** Publishes times: one, several in a row, the same each week, or a course with its dates. */
export function PublishForm(props: {
  /** Gets the first day of what was published, `YYYY-MM-DD`. */
  readonly onPublished: (day: string) => void
}): JSX.Element {
  const { t } = useCopy()
  const publishing = usePublish(props.onPublished)
  const { fields, errors, planned, look } = publishing
  const { attempt, submit } = useSubmit(publishing)
  return (
    <Form onSubmit={submit}>
      <ErrorSummary
        title={t('slots.errorTitle')}
        errors={errors.map(error => ({
          name: error.name.startsWith('more-') ? `${error.name}-date` : error.name,
          text: summaryWords(error, t),
        }))}
        attempt={attempt}
      />
      <TimeFields fields={fields} errorOf={name => wordsAt(name, errors, t)} onChange={publishing.set} />
      <PublishPreview slots={planned} />
      <SecondLook look={look} yes={t('slots.publishAnyway', { count: planned.length })}>
        <Button type="submit" data-asks="" busy={look.busy} busyLabel={t('slots.publishing')}>
          {t('slots.button')}
        </Button>
        <span role="status">{publishing.said}</span>
      </SecondLook>
    </Form>
  )
}

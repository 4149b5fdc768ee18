import type { VNode } from 'preact'
import { Heading, Page, UiWords } from '../index.ts'
import { buttonExamples } from './button.tsx'
import { choiceExamples } from './choices.tsx'
import { codeDisplayExamples } from './code-display.tsx'
import { confirmExamples } from './confirm.tsx'
import { doorExamples } from './doors.tsx'
import { drawingExamples } from './drawing.tsx'
import { errorSummaryExamples } from './error-summary.tsx'
import { type Example, exampleId } from './example.ts'
import { headerAndFooterExamples } from './header-and-footer.tsx'
import { headingExamples } from './heading.tsx'
import { noticeExamples } from './notice.tsx'
import { summaryListExamples } from './summary-list.tsx'
import { textFieldExamples } from './text-field.tsx'
import { threadExamples } from './thread.tsx'
import { timePickerExamples } from './time-picker.tsx'
import { waitingExamples } from './waiting.tsx'
import { wayExamples } from './way.tsx'
import { wholePageExamples } from './whole-pages.tsx'

export { type Example, exampleId } from './example.ts'

/** Every part of the design system, in the order of their page. */
export const examples: readonly Example[] = [
  ...threadExamples,
  ...wholePageExamples,
  ...headerAndFooterExamples,
  ...doorExamples,
  ...buttonExamples,
  ...confirmExamples,
  ...headingExamples,
  ...choiceExamples,
  ...textFieldExamples,
  ...timePickerExamples,
  ...errorSummaryExamples,
  ...noticeExamples,
  ...summaryListExamples,
  ...codeDisplayExamples,
  ...waitingExamples,
  ...wayExamples,
  ...drawingExamples,
]

export interface ExamplesProps {
  /** An `exampleId`: only that one is shown. Empty: the list of all. */
  readonly only: string
}

/** The page of `npm run dev` that shows every example; each has its own address, so that axe sees it alone. */
export function Examples({ only }: ExamplesProps): VNode {
  const shown = examples.find(example => exampleId(example) === only)
  return (
    <UiWords.Provider value={{ errorPrefix: 'Fejl:', optional: '(kan springes over)' }}>
      {shown === undefined ? <ExampleList /> : shown.whole ? shown.node : <Part {...shown} />}
    </UiWords.Provider>
  )
}

/** A part alone: in a main, under a hidden heading, as it would stand on a page. */
function Part({ component, name, node }: Example): VNode {
  return (
    <Page>
      <div class="visually-hidden">
        <Heading>
          {component}: {name}
        </Heading>
      </div>
      {node}
    </Page>
  )
}

function ExampleList(): VNode {
  return (
    <Page>
      <Heading>Every part, by example</Heading>
      <ul>
        {examples.map(example => (
          <li key={exampleId(example)}>
            <a href={`?example=${exampleId(example)}`}>
              {example.component}: {example.name}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

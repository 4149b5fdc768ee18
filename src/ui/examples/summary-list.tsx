import { SummaryList } from '../index.ts'
import { type Example, nothing } from './example.ts'

export const answers = [
  {
    key: 'wish',
    label: 'Hvad vil du helst?',
    value: 'Tale med nogen først',
    change: { label: 'Ret dit ønske', onClick: nothing },
  },
  {
    key: 'phone',
    label: 'Telefon',
    value: '12 34 56 78',
    change: { label: 'Ret telefonnummer', onClick: nothing },
  },
  {
    key: 'calls',
    label: 'Hvornår må vi ringe?',
    value: 'Formiddag',
    change: { label: 'Ret hvornår', onClick: nothing },
  },
]

export const summaryListExamples: readonly Example[] = [
  { component: 'SummaryList', name: 'three answers', node: <SummaryList rows={answers} /> },
]

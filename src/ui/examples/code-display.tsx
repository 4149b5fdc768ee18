import { CodeDisplay } from '../index.ts'
import type { Example } from './example.ts'

export const code = (
  <CodeDisplay
    code="7K2M-9QXR-4TNA-WB3H-6EVC"
    label="Din kode"
    copyLabel="Kopiér koden"
    copiedLabel="Koden er kopieret."
    copyFailedLabel="Koden er markeret. Kopiér den selv."
    shareLabel="Del koden"
    copy={() => Promise.resolve(true)}
    share={() => Promise.resolve(true)}
    shareFailedLabel="Koden kunne ikke deles. Kopiér den."
  />
)

export const codeDisplayExamples: readonly Example[] = [
  { component: 'CodeDisplay', name: 'a return code', node: code },
]

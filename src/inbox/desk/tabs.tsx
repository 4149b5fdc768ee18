import type { JSX } from 'preact'
import { useCopy } from '../shared/copy.ts'
import type { DeskPlace } from './desk-memory.ts'

type Tab = DeskPlace['tab']

/** The ways to requests, times, figures and team. */
export function Tabs(props: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }): JSX.Element {
  const { t } = useCopy()
  return (
    <nav class="tabs">
      {(['requests', 'slots', 'figures', 'team'] as const).map(one => (
        <button
          key={one}
          type="button"
          class="toggle"
          aria-current={props.tab === one ? 'page' : undefined}
          onClick={() => {
            props.onTab(one)
          }}
        >
          {t(`tabs.${one}`)}
        </button>
      ))}
    </nav>
  )
}

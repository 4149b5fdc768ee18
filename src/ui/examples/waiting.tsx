import { EmptyState, LinkButton, Skeleton } from '../index.ts'
import type { Example } from './example.ts'

export const waitingExamples: readonly Example[] = [
  { component: 'Skeleton', name: 'waiting for times', node: <Skeleton label="Finder ledige tider …" /> },
  {
    component: 'EmptyState',
    name: 'no times',
    node: (
      <EmptyState title="Der er ingen ledige tider lige nu" drawing="bench">
        <p>Skriv til os i stedet. Så finder vi en tid sammen.</p>
        <LinkButton href="#skriv">Skriv til os</LinkButton>
      </EmptyState>
    ),
  },
]

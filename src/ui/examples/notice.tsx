import { Box, Fold, Notice } from '../index.ts'
import type { Example } from './example.ts'

export const box = (
  <Box title="Får mine forældre det at vide?">
    <p>Ikke fordi du booker. Spørg, før du siger dit navn.</p>
    <p>Vi får ikke dit navn eller nummer. Skriv det heller ikke selv.</p>
    <p>
      <strong>Er nogen i fare nu?</strong> Ring 112.
    </p>
  </Box>
)

export const noticeExamples: readonly Example[] = [
  ...(['info', 'care', 'urgent', 'done'] as const).map(tone => ({
    component: 'Notice',
    name: tone,
    node: (
      <Notice tone={tone} title="Beskeden er ikke sendt endnu">
        <p>
          Den sendes, når der er <a href="#net">net</a> igen.
        </p>
      </Notice>
    ),
  })),
  {
    component: 'Notice',
    name: 'without a title',
    node: (
      <Notice tone="info">
        <p>Du har ikke net lige nu. Alt på siden virker.</p>
      </Notice>
    ),
  },
  { component: 'Box', name: 'open and honest', node: box },
  {
    component: 'Fold',
    name: 'closed',
    node: (
      <Fold summary="Hvis du siger dit navn">
        <p>Så kan vi ringe til dig.</p>
      </Fold>
    ),
  },
  {
    component: 'Fold',
    name: 'open',
    node: (
      <Fold open summary="Hvis du siger dit navn">
        <p>Så kan vi ringe til dig.</p>
      </Fold>
    ),
  },
]

import { Footer, Header, Heading, Page } from '../index.ts'
import type { Example } from './example.ts'

export const top = (
  <Header
    brand="Første snak"
    home={{ href: '#', label: 'Til forsiden' }}
    languages={[{ href: '#en', label: 'English', lang: 'en' }]}
    urgent={{ href: '#akut', label: 'Akut hjælp' }}
    leave={{ href: '#leave', label: 'Forlad siden' }}
  />
)

export const bottom = (
  <Footer
    links={[
      { href: '#rettigheder', label: 'Dine rettigheder' },
      { href: '#privatliv', label: 'Om privatliv' },
      { href: '#kilder', label: 'Kilder' },
      { href: '#was', label: 'Tilgængelighed' },
    ]}
  >
    <p>Ingen konto, ingen cookies. Luk siden, så er den tom.</p>
  </Footer>
)

const blank = (
  <Page>
    <Heading>Svar</Heading>
  </Page>
)

export const headerAndFooterExamples: readonly Example[] = [
  {
    component: 'Header',
    name: 'with its four links',
    whole: true,
    node: (
      <>
        {top}
        {blank}
      </>
    ),
  },
  {
    component: 'Footer',
    name: 'with a sentence and links',
    whole: true,
    node: (
      <>
        {blank}
        {bottom}
      </>
    ),
  },
]

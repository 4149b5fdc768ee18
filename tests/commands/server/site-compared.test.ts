import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { addressOf, compareSite } from '../../../src/commands/server/verify.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const hosts = { citizens: 'https://snak.example.dk', inbox: 'https://indbakke.example.dk' }
const assets = {
  'index.html': hash('home'),
  'en/adults/index.html': hash('adults'),
  'inbox.html': hash('inbox'),
  '404.html': hash('gone'),
  'assets/a.js': hash('a'),
}

/** A site that serves these texts by address. */
const siteOf =
  (texts: Record<string, string>): typeof fetch =>
  address => {
    const text = typeof address === 'string' ? texts[address] : undefined
    return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }))
  }
const served = {
  'https://snak.example.dk/': 'home',
  'https://snak.example.dk/en/adults': 'adults',
  'https://indbakke.example.dk/inbox': 'inbox',
  'https://snak.example.dk/assets/a.js': 'a',
}

test('a site that serves what was released has no difference', async () => {
  expect(await compareSite(assets, hosts, siteOf(served))).toEqual({ compared: 4, differences: [] })
})

test('one changed file and one missing are named', async () => {
  const other = { ...served, 'https://indbakke.example.dk/inbox': 'inbox with a stranger in it' }
  const rest = Object.fromEntries(Object.entries(other).filter(([address]) => !address.endsWith('a.js')))
  expect((await compareSite(assets, hosts, siteOf(rest))).differences).toEqual([
    { path: 'inbox.html', what: 'other content' },
    { path: 'assets/a.js', what: 'missing' },
  ])
})

test('a page for what is not there has no address of its own', () => {
  expect(addressOf('en/404.html')).toBeNull()
})

import { expect, test } from 'vitest'
import { fill, withScripts } from '../../src/commands/prerender.ts'

const page = '<html><head><title>Snak</title></head><body></body></html>'

test('a page asks for its scripts before it has been read to the end', () => {
  expect(withScripts(page, ['base', 'da-base'], ['da-base-12345678.js', 'base-ab_d-fgh.js'])).toBe(
    '<html><head><title>Snak</title><link rel="modulepreload" fetchpriority="low" crossorigin href="/assets/base-ab_d-fgh.js"><link rel="modulepreload" fetchpriority="low" crossorigin href="/assets/da-base-12345678.js"></head><body></body></html>',
  )
  expect(withScripts(page, [], [])).toBe(page)
  expect(withScripts('<script type="module" crossorigin src="/a.js"></script>', [], [])).toBe(
    '<script type="module" fetchpriority="low" crossorigin src="/a.js"></script>',
  )
})

test('a page is sent without what its template is indented by, and its own text as it is', () => {
  const template =
    '<html lang="da">\n  <head>\n    <!--head-->\n  </head>\n  <body>\n    <div id="app"><!--app--></div>\n  </body>\n</html>'
  const head = '<title>Snak</title>\n    <link rel="icon">'
  expect(fill(template, { path: '/', lang: 'da', page: 'home', head, html: '<p title="a\n  b">c</p>' })).toBe(
    '<html lang="da">\n<head>\n<title>Snak</title>\n<link rel="icon">\n</head>\n<body>\n' +
      '<div id="app" data-page="home"><p title="a\n  b">c</p></div>\n</body>\n</html>',
  )
})

test('a script that is not there stops the build', () => {
  expect(() => withScripts(page, ['base'], ['da-base-12345678.js', 'base-12345678.css'])).toThrow(/"base"/)
})

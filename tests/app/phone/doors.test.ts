import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import ts from 'typescript'
import { parts } from '../harness/parts.ts'

// Whatever of the browser a citizen's page asks for by name: what may be refused stands in the table of refusals and is
// asked for at a door; everything else is named here.

/** Where a part that may be refused is asked for. */
const isDoor = (file: string): boolean =>
  /^src\/app\/(phone|service-worker)\/|^src\/app\/kept\/(database|device-key)\.ts$|^src\/client\/proof\/|^src\/app\/aloud\/(mark|read)\.ts$/.test(
    file,
  )

/** Every name a browser gives to a page (lib.dom), and the one part of the language whose data may lack. */
const ofTheBrowser = new Set([
  'Intl',
  ...[
    ...readFileSync('node_modules/typescript/lib/lib.dom.d.ts', 'utf8').matchAll(
      /^declare (?:var|function|const) (\w+)/gm,
    ),
  ].map(([, name]) => name),
])

/** What every browser that reads a module script has. */
const always = new Set(
  `document location Element IntersectionObserver HTMLInputElement DOMException Text MutationObserver addEventListener removeEventListener
  setTimeout clearTimeout setInterval clearInterval fetch Headers Response AbortController URL URLSearchParams
  TextEncoder TextDecoder scrollTo reportError atob btoa name NodeFilter crypto.getRandomValues URL.revokeObjectURL`.split(
    /\s+/,
  ),
)
/** There in every browser when it is handed on whole; what is asked of it by name is looked at by that name. */
const itself = new Set(['navigator'])
/** Inside a worker: where it runs these are there. */
const ofTheWorker = new Set(['caches', 'postMessage'])

/** The parts in the table, by what stands before their last dot. */
const refused = new Set(parts.map(([part]) => part))
/** Asked of a part that is in the table: refused with it, or only read where it is given. */
const withTheirs = new Set(['history', 'history.state', 'history.length'])
/** Known by another row or test of `refusals.test.ts`; what reads aloud and marks it by the tests of `tests/app/aloud`. */
const otherwise = new Set([
  'crypto.subtle',
  'navigator.standalone',
  'speechSynthesis',
  'SpeechSynthesisUtterance',
  'CSSStyleSheet',
  'Highlight',
])

/** Asked for by libraries (idb, i18next) or in a way that this test does not follow. */
const unseen = new Set(['indexedDB', 'Intl', 'navigation', 'crypto.randomUUID'])

/** Names that a file takes from nowhere: neither declared nor imported in it. Of what is asked of such a name, one step. */
function askedIn(file: string): Set<string> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const declared = new Set<string>()
  const declare = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isBindingElement(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isClassDeclaration(node) ||
        ts.isImportSpecifier(node) ||
        ts.isImportClause(node) ||
        ts.isNamespaceImport(node)) &&
      node.name &&
      ts.isIdentifier(node.name)
    )
      declared.add(node.name.text)
    ts.forEachChild(node, declare)
  }
  declare(source)

  const asked = new Set<string>()
  const bare = (node: ts.Expression): ts.Expression =>
    ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)
      ? bare(node.expression)
      : node
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      // `extends` of a class is a value.
      if (!ts.isExpressionWithTypeArguments(node)) return
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isPropertyAccessExpression(node)) {
      const holder = bare(node.expression)
      if (ts.isIdentifier(holder) && !declared.has(holder.text)) {
        const whole = ['window', 'globalThis', 'self'].includes(holder.text)
          ? node.name.text
          : `${holder.text}.${node.name.text}`
        asked.add(
          always.has(holder.text) && !['crypto', 'URL', 'window', 'globalThis'].includes(holder.text)
            ? holder.text
            : whole,
        )
        return
      }
      look(node.expression)
      return
    }
    if (ts.isPropertyAssignment(node)) {
      look(node.initializer)
      return
    }
    if (ts.isJsxAttribute(node)) {
      if (node.initializer) look(node.initializer)
      return
    }
    if ((ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && ts.isIdentifier(node.tagName)) {
      look(node.attributes)
      return
    }
    if (ts.isMethodDeclaration(node) || ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) {
      ts.forEachChild(node, child => {
        if (child !== node.name) look(child)
      })
      return
    }
    if (ts.isJsxClosingElement(node)) return
    if (ts.isIdentifier(node) && !declared.has(node.text)) asked.add(node.text)
    ts.forEachChild(node, look)
  }
  look(source)
  return asked
}

const files = ['src/app', 'src/client', 'src/ui'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.startsWith('examples/'))
    .map(name => `${folder}/${name}`),
)

test('what the pages ask of the browser is known, and what may be refused is asked for at a door', () => {
  const faults: string[] = []
  const used = new Set<string>()
  for (const file of files) {
    for (const name of askedIn(file)) {
      if (!ofTheBrowser.has(name.split('.')[0])) continue
      used.add(name)
      const inWorker = /^src\/(app\/(service-worker\/|sealing\/worker\.)|client\/proof\/worker)/.test(file)
      if (always.has(name) || itself.has(name) || (inWorker && ofTheWorker.has(name.split('.')[0] ?? '')))
        continue
      const isRefusable = [...refused, ...withTheirs, ...otherwise].some(
        part => part === name || name.startsWith(`${part}.`),
      )
      if (!isRefusable) faults.push(`${file}: ${name} is neither always there nor in the table of refusals`)
      else if (!isDoor(file)) faults.push(`${file}: ${name} may be refused, and this is no door`)
    }
  }
  expect(files.length).toBeGreaterThan(150)
  expect(faults).toEqual([])
  // A row for what nobody asks for would only look like care.
  const asked = [...used]
  const idle = [...refused].filter(
    part =>
      !unseen.has(part) &&
      !asked.some(name => name === part || name.startsWith(`${part}.`) || part.startsWith(`${name}.`)),
  )
  expect(idle).toEqual([])
  expect(
    [...always, ...ofTheWorker, ...withTheirs, ...otherwise].filter(
      name => !asked.some(one => one === name || one.startsWith(`${name}.`)),
    ),
  ).toEqual([])
})

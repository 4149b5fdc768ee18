import { changed, isNode, nameOf, type Node } from './syntax.ts'

/** In place of a class or a function. */
const replaced: Readonly<Record<string, string>> = {
  // Numbers and days are written out by our own code, and asked for by no sentence.
  Formatter: 'class Formatter { format(value) { return value } }',
  // The words are handed over; nothing is fetched.
  Connector: 'class Connector extends EventEmitter {}',
  // Keys are texts.
  keysFromSelector: 'function keysFromSelector() {}',
}

/** Of a class what nobody here calls, or only where it is told of in the list above. */
const without: Readonly<Record<string, readonly string[]>> = {
  EventEmitter: ['off', 'once'],
  Logger: ['log', 'warn', 'deprecate', 'once', 'clone'],
  ResourceStore: [
    'removeNamespaces',
    'deprecateDottedLng',
    'addResource',
    'addResources',
    'removeResourceBundle',
    'hasResourceBundle',
    'getResourceBundle',
    'getDataByLanguage',
    'hasLanguageSomeTranslations',
    'toJSON',
  ],
  Translator: ['exists', 'getUsedParamsDetails'],
  LanguageUtil: [
    'clearCache',
    'deprecateBareCode',
    'getScriptPartFromCode',
    'isSupportedCode',
    'getBestMatchFromCodes',
    'getFallbackCodes',
    'toResolveHierarchy',
  ],
  PluralResolver: ['clearCache', 'needsPlural', 'getPluralFormsOfKey', 'getSuffixes'],
  Interpolator: ['nest'],
  I18n: [
    'loadResources',
    'reloadResources',
    'use',
    'hydrate',
    'getFixedT',
    'hasLoadedNamespace',
    'setResolvedLanguage',
    'exists',
    'setDefaultNamespace',
    'loadNamespaces',
    'loadLanguages',
    'dir',
    'cloneInstance',
    'toJSON',
  ],
}

/** What stands for a method that is called all the same. */
const instead: Readonly<Record<string, string>> = {
  nest: 'nest(text) { return text }', // no sentence is made of another one
  loadResources: 'loadResources(language, done) { done(null) }',
  reloadResources: 'reloadResources() {}',
  hasLoadedNamespace: 'hasLoadedNamespace() { return true }',
  // There is one language, without a country, and none to fall back to.
  hasLanguageSomeTranslations: 'hasLanguageSomeTranslations() { return true }',
  getFallbackCodes: 'getFallbackCodes() { return [] }',
  toResolveHierarchy: 'toResolveHierarchy(code) { return [code] }',
  setResolvedLanguage: 'setResolvedLanguage() {}',
}

/** What it says only to who has switched it on for a search after faults. */
const SAID = new Set(['log', 'warn', 'once', 'deprecate'])

/**
 * Leaves out of i18next what fetches, finds out, clones and formats: half of it, and none of it is ever run on a phone. A test
 * compares what it says of every word with the whole library.
 *
 * @throws Error when the library no longer has what is left out
 */
export function leanI18next(): {
  readonly name: string
  readonly transform: { readonly filter: { readonly id: RegExp }; readonly handler: (code: string) => string }
} {
  return {
    name: 'lean-i18next',
    transform: { filter: { id: /\/i18next\/dist\/esm\/i18next\.js$/ }, handler: lean },
  }
}

function lean(code: string): string {
  const left = new Set([
    ...Object.keys(replaced),
    ...Object.entries(without).flatMap(([name, of]) => of.map(one => `${name}.${one}`)),
  ])
  const text = changed(code, (node, within) => {
    const { start, end, type } = node
    if (isSaid(node)) return { start, end, to: 'void 0' }
    const whole = nameOf(node['id'])
    const method = nameOf(node['key'])
    const isMethod = type === 'MethodDefinition' && without[within]?.includes(method)
    const to = isMethod ? (instead[method] ?? '') : replaced[whole]
    if (to === undefined || !(isMethod || /^(?:Class|Function)Declaration$/.test(type))) return null
    left.delete(isMethod ? `${within}.${method}` : whole)
    return { start, end, to }
  })
  if (left.size > 0) throw new Error(`i18next no longer has ${[...left].join(', ')}`)
  return text
}

/** `this.logger.warn(…)`, `baseLogger.deprecate(…)` */
function isSaid({ type, callee }: Node): boolean {
  if (type !== 'CallExpression' || !isNode(callee)) return false
  const { object, property } = callee
  if (!isNode(object) || !SAID.has(nameOf(property))) return false
  return nameOf(object['property']) === 'logger' || nameOf(object) === 'baseLogger'
}

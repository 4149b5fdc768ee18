import { fileURLToPath } from 'node:url'
import base from './eslint.config.js'

/** Rules that oxlint has under no name, and why nothing is lost. */
const notAsked = {
  'no-octal': 'no module with one can be read',
  'no-dupe-args': 'no module with one can be read',
  'no-new-symbol': 'off, and given up by ESLint',
  'jsx-a11y/label-has-for': 'off, and given up by its plugin',
}

/** What ESLint calls a rule, as oxlint calls it. */
const called = name =>
  name === 'no-restricted-syntax'
    ? 'eslint-js/no-restricted-syntax' // ESLint's own, run by oxlint
    : name.replace(/^@typescript-eslint\//, 'typescript/').replace(/^react-hooks\//, 'react/')

const asked = ({ files = ['**'], ignores = [], rules }) => ({
  files,
  excludeFiles: ignores,
  rules: Object.fromEntries(
    Object.entries(rules)
      .filter(([name]) => !(name in notAsked))
      .map(([name, setting]) => [called(name), [setting].flat()[0] === 'off' ? 'off' : setting]),
  ),
})

/** The rules that ask for types, judged by the native compiler. */
const typed = {
  'typescript/await-thenable': 'error',
  'typescript/no-array-delete': 'error',
  'typescript/no-base-to-string': 'error',
  'typescript/no-confusing-void-expression': 'error',
  'typescript/no-deprecated': 'error',
  'typescript/no-duplicate-type-constituents': 'error',
  'typescript/no-floating-promises': 'error',
  'typescript/no-for-in-array': 'error',
  'typescript/no-generated-empty-object-type': 'error',
  'typescript/no-implied-eval': 'error',
  'typescript/no-meaningless-void-operator': 'error',
  // Promises are checked; an async event handler is only allowed where the attribute accepts one.
  'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  'typescript/no-misused-spread': 'error',
  'typescript/no-mixed-enums': 'error',
  'typescript/no-redundant-type-constituents': 'error',
  'typescript/no-unnecessary-boolean-literal-compare': 'error',
  'typescript/no-unnecessary-condition': 'error',
  'typescript/no-unnecessary-template-expression': 'error',
  'typescript/no-unnecessary-type-arguments': 'error',
  'typescript/no-unnecessary-type-assertion': 'error',
  'typescript/no-unnecessary-type-conversion': 'error',
  'typescript/no-unnecessary-type-parameters': 'error',
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-enum-assignment': 'error',
  'typescript/no-unsafe-enum-comparison': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  'typescript/no-unsafe-unary-minus': 'error',
  'typescript/no-useless-default-assignment': 'error',
  'typescript/only-throw-error': 'error',
  'typescript/prefer-promise-reject-errors': 'error',
  'typescript/prefer-reduce-type-parameter': 'error',
  'typescript/prefer-return-this-type': 'error',
  'typescript/related-getter-setter-pairs': 'error',
  'typescript/require-await': 'error',
  'typescript/restrict-plus-operands': [
    'error',
    {
      allowAny: false,
      allowBoolean: false,
      allowNullish: false,
      allowNumberAndString: false,
      allowRegExp: false,
    },
  ],
  'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
  'typescript/return-await': ['error', 'error-handling-correctness-only'],
  'typescript/switch-exhaustiveness-check': 'error',
  'typescript/unbound-method': 'error',
  'typescript/use-unknown-in-catch-callback-variable': 'error',
}

const [{ ignores: ignorePatterns }, ...parts] = base

// Every rule of eslint.config.js under the name that oxlint has for it, and those that ask for types: all that `npm run lint`
// asks. `npm run test:all` lets ESLint ask all of it (eslint.typed.config.js).
export default {
  plugins: ['typescript', 'react', 'jsx-a11y'],
  jsPlugins: [{ name: 'eslint-js', specifier: fileURLToPath(import.meta.resolve('oxlint-plugin-eslint')) }],
  categories: { correctness: 'off' },
  options: { typeAware: true, maxWarnings: 0, reportUnusedDisableDirectives: 'error' },
  ignorePatterns,
  overrides: [
    ...parts.filter(({ rules }) => rules).map(asked),
    // It does not read the comment by which the file itself names them.
    { files: ['public/*.js'], env: { browser: true } },
    { files: ['**/*.{ts,tsx}'], rules: typed },
    {
      files: ['tests/**', 'bench/**'],
      rules: {
        // Parsed JSON goes straight into an expectation.
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
      },
    },
  ],
}

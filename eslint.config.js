import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

/** The borders of the house: which folder may not reach into which (docs/decisions/0006). */
const closedTo = folders => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: `(^|/)(${folders.join('|')})/`,
          message: `Border: this folder may not import ${folders.join(', ')}.`,
        },
      ],
    },
  ],
})

/** A script with one of these is not read at all by Safari before 16.4: iPhones up to the 7 have none newer. */
const noLookbehind = ['Literal[regex.pattern=/\\(\\?<[!=]/]', 'TemplateElement[value.raw=/\\(\\?<[!=]/]'].map(
  selector => ({ selector, message: 'Safari before 16.4 cannot read a lookbehind.' }),
)

/** Parts of the browser that throw, are missing or never answer on some phones. */
const refusable = [
  'sessionStorage',
  'localStorage',
  'indexedDB',
  'caches',
  'cookieStore',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'navigator',
  'navigation',
  'history',
  'performance',
  'matchMedia',
  'requestIdleCallback',
  'Intl',
]

// Rules that read one file alone. `npm run lint` lets oxlint ask them (oxlint.config.js), `npm run test:all` ESLint itself.
export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'data/', '.cache/', 'test-results/', 'contact-sheet/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.js'], languageOptions: { globals: { URL: 'readonly' } } },
  {
    files: ['src/{ui,app,inbox}/**/*.{ts,tsx}'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': hooks },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      // Of its rules these two hold for Preact; the others serve React's compiler, which is not used here.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...noLookbehind],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      ...closedTo(['ui', 'client', 'app', 'inbox', 'intake', 'commands']),
      'no-restricted-globals': [
        'error',
        'fetch',
        'document',
        'window',
        'localStorage',
        'indexedDB',
        'process',
      ],
      'no-restricted-syntax': [
        'error',
        ...noLookbehind,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'core has no clock: pass the day in.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'core has no clock: pass the day in.',
        },
      ],
    },
  },
  {
    files: ['src/ui/**'],
    rules: closedTo(['core', 'client', 'app', 'inbox', 'intake', 'commands', 'locales']),
  },
  { files: ['src/client/**'], rules: closedTo(['ui', 'app', 'inbox', 'intake', 'commands']) },
  { files: ['src/app/**'], rules: closedTo(['inbox', 'intake', 'commands']) },
  // What a phone may refuse is asked for at one door each, which goes on without it.
  {
    files: ['src/app/**/*.{ts,tsx}'],
    ignores: ['src/app/{phone,service-worker}/**', 'src/app/kept/{database,device-key}.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...refusable.map(name => ({ name, message: `A phone may refuse ${name}: use src/app/phone.` })),
      ],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].flatMap(object =>
          refusable.map(property => ({
            object,
            property,
            message: 'A phone may refuse it: use src/app/phone.',
          })),
        ),
        ...['subtle', 'randomUUID'].map(property => ({
          object: 'crypto',
          property,
          message: 'Missing in a page without TLS and on old phones: use src/app/phone or src/app/kept.',
        })),
      ],
    },
  },
  { files: ['src/inbox/**'], rules: closedTo(['app', 'intake', 'commands']) },
  { files: ['src/intake/**'], rules: closedTo(['app', 'client', 'inbox', 'ui', 'commands']) },
  // The commands are programs of the terminal: printing is what they do.
  {
    files: [
      'src/commands/**',
      'bench/**',
      'tests/accessibility/valid-html.ts',
      'tests/journeys/contact-sheet.ts',
      'tests/journeys/readme-pictures.ts',
      'tests/drills/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // a missing value fails the test anyway, with its line
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='waitForFunction'] > :matches(ArrowFunctionExpression, FunctionExpression)[async=true]",
          message:
            'It takes the promise for the answer and waits for nothing: use expect.poll with evaluate.',
        },
        {
          selector:
            "CallExpression[callee.name='expect'] > AwaitExpression > CallExpression[callee.property.name=/^(?:all(?:InnerTexts|TextContents)|count|getAttribute|innerText|inputValue|is(?:Checked|Disabled|Enabled|Hidden|Visible)|textContent)$/]",
          message:
            'It looks once, whether it has come or not: use an expectation of the locator, which waits.',
        },
      ],
    },
  },
)

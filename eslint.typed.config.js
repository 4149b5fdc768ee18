import ts from 'typescript-eslint'
import base from './eslint.config.js'

// All that `npm run lint` asks and every typed rule of typescript-eslint as well, judged by the compiler that ESLint needs.
// It takes minutes, so `npm run test:all` starts it; `npm run lint` asks oxlint (oxlint.config.js).
export default ts.config(
  ...base,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What stays is taken from an object by naming what goes.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['tests/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // a missing value fails the test anyway, with its line
      '@typescript-eslint/no-unsafe-assignment': 'off', // parsed JSON goes straight into an expectation
      '@typescript-eslint/no-unsafe-member-access': 'off', // as above
    },
  },
  {
    // The page's own script, as the browser runs it; oxlint is told at the line.
    files: ['tests/app/phone/neutral-page.test.ts'],
    rules: { '@typescript-eslint/no-implied-eval': 'off' },
  },
)

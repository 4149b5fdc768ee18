import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { copyScripts } from './src/commands/copy-scripts.ts'
import { fromRight } from './src/commands/from-right.ts'

// Two pages, the citizen's and the staff's, each built by itself: src/commands/build.ts.
export default defineConfig({
  plugins: [
    copyScripts(),
    fromRight(),
    preact({ reactAliasesEnabled: false, prefreshEnabled: true, devToolsEnabled: false }),
  ],
  resolve: {
    // As it was written, for the browsers that we build for; what the package names is for older ones, and twice as large.
    alias: [{ find: /^workbox-window$/, replacement: 'workbox-window/build/workbox-window.prod.mjs' }],
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
})

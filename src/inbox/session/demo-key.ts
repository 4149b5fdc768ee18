// Put in by the build (vite `define`), only where the keys are demo keys: production refuses to start on such a build.
declare const __DEMO_KEY__: string | null

/** The key file of the demo member, to sign in with one click; null in every other build, and in tests. */
export const demoKey = typeof __DEMO_KEY__ === 'undefined' ? null : __DEMO_KEY__

declare const __BUILT_ON__: string | undefined

/** The day of the build, `YYYY-MM-DD`, put in by the build (vite `define`); long ago where nothing was built. */
export const builtOn = typeof __BUILT_ON__ === 'string' ? __BUILT_ON__ : '2000-01-01'

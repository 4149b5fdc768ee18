/**
 * Runs before each file of tests. A wait of the testing library ends when what is waited for is there; how long it may
 * take says nothing of the product, only of the machine. Its own second is too short where two things run at once.
 */
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact')
  configure({ asyncUtilTimeout: 15_000 })
}

export {}

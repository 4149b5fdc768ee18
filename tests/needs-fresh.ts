/** Whether a file of tests stands in for a module, sets the clock or spies, or is in a document: `tests/fresh.ts` ends that. */
export const needsFresh = (text: string): boolean => /^\/\/ In a document|\bvi\b/.test(text)

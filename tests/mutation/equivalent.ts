/** Changes that cannot change any answer, each with the reason. The run fails when one of them is no longer there. */
export const equivalent: Readonly<Record<string, string>> = {}

/** Names of methods as the standards print them; they explain none of them, so neither do we. */
export const methods = { move: 'MOVE', u18: 'U18', hap: 'HAP', nada: 'NADA' } as const

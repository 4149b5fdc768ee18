/** The page one lands on after leaving: a clock. It is kept for use without network and names nothing of ours. */
export const NEUTRAL = '/ude.html'

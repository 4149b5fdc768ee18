/** Why help now may be needed. Noticed on the phone only; never stored, never sent, never in the way. */
export type Crisis = 'life' | 'overdose' | 'violence'

// Word starts, so that inflections count; spaces stand for any white space. Danish first, then English.
const SIGNS: Record<Crisis, readonly string[]> = {
  life: [
    'selvmord',
    'tage mit( eget)? liv',
    'tager mit( eget)? liv',
    'ikke leve( længere| mere)?',
    'vil(le)? (gerne )?dø(?!\\p{L})',
    'slå mig( selv)? ihjel',
    'slår mig( selv)? ihjel',
    'gøre en ende på det',
    'orker ikke mere',
    'skade mig selv',
    'skærer i mig',
    'suicid',
    'kill myself',
    'end my life',
    'ending it all',
    'want to die(?!\\p{L})',
    'wanna die(?!\\p{L})',
    'take my( own)? life',
    'do not want to live',
    'don.?t want to live',
    'hurt myself',
    'harm myself',
    'cutting myself',
  ],
  overdose: [
    'overdosis',
    'overdosere',
    'taget for mange piller',
    'kan ikke vækkes',
    'trækker ikke vejret',
    'kramper',
    'overdos',
    'too many pills',
    'not breathing',
    'cannot wake',
    'can.?t wake',
    'seizure',
  ],
  violence: [
    'slår mig',
    'slog mig',
    'truer mig',
    'voldelig',
    'vold derhjemme',
    'bange for (ham|hende)',
    'voldtæg',
    'hits me',
    'hit me',
    'beats me',
    'threatens me',
    'violent',
    'afraid of (him|her)',
    'raped',
  ],
}

const patterns = (Object.keys(SIGNS) as Crisis[]).map(kind => ({
  kind,
  pattern: new RegExp(`(?:^|\\P{L})(?:${SIGNS[kind].join('|').replaceAll(' ', '\\s+')})`, 'iu'),
}))

/** The signs of crisis in a text, most urgent first; empty when there are none. */
export function crisesIn(text: string): Crisis[] {
  return patterns.filter(({ pattern }) => pattern.test(text)).map(({ kind }) => kind)
}

import type { Language } from '../facts/types.ts'

// Common gender in Danish, so that the colour needs no ending. Nothing that could hint at why one comes.
const COLOURS: { [L in Language]: readonly string[] } = {
  da: ['Blå', 'Grøn', 'Gul', 'Hvid', 'Sort', 'Brun', 'Grå', 'Lilla'],
  en: ['Blue', 'Green', 'Yellow', 'White', 'Black', 'Brown', 'Grey', 'Purple'],
}
const THINGS: { [L in Language]: readonly string[] } = {
  da: [
    'Kano',
    'Sommerfugl',
    'Cykel',
    'Lygte',
    'Paraply',
    'Ugle',
    'Kuffert',
    'Båd',
    'Rygsæk',
    'Drage',
    'Sten',
    'Gynge',
    'Skovsti',
    'Bænk',
    'Guitar',
    'Stige',
    'Pude',
    'Kikkert',
    'Måge',
    'Trommestik',
    'Sky',
    'Hat',
    'Nøgle',
    'Kastanje',
  ],
  en: [
    'Canoe',
    'Butterfly',
    'Bicycle',
    'Lantern',
    'Umbrella',
    'Owl',
    'Suitcase',
    'Boat',
    'Backpack',
    'Kite',
    'Stone',
    'Swing',
    'Footpath',
    'Bench',
    'Guitar',
    'Ladder',
    'Cushion',
    'Telescope',
    'Seagull',
    'Drumstick',
    'Cloud',
    'Hat',
    'Key',
    'Chestnut',
  ],
}

/**
 * A made-up colour and thing to be said at the door, so that a person without a name can be met.
 * 192 pairs: no secret, only a word to find each other by.
 * @param random two bytes
 */
export function makeAlias(language: Language, random: Uint8Array): string {
  const pick = (from: readonly string[], byte: number | undefined): string =>
    from[(byte ?? 0) % from.length] ?? ''
  return `${pick(COLOURS[language], random[0])} ${pick(THINGS[language], random[1])}`
}

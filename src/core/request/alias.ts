import type { Language } from '../facts/types.ts'

// Common gender in Danish, so that the colour needs no ending. Nothing that could hint at why one comes ("sten", "sky",
// "drage" can), and no colour that is also said of people: it is spoken aloud at a door.
const COLOURS: { [L in Language]: readonly string[] } = {
  da: ['Blå', 'Grøn', 'Rød', 'Grå', 'Lilla', 'Orange', 'Rosa', 'Turkis'],
  en: ['Blue', 'Green', 'Red', 'Grey', 'Purple', 'Orange', 'Pink', 'Turquoise'],
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
    'Fløjte',
    'Kande',
    'Gynge',
    'Skovsti',
    'Bænk',
    'Guitar',
    'Stige',
    'Pude',
    'Kikkert',
    'Måge',
    'Trommestik',
    'Fjer',
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
    'Whistle',
    'Jug',
    'Swing',
    'Footpath',
    'Bench',
    'Guitar',
    'Ladder',
    'Cushion',
    'Telescope',
    'Seagull',
    'Drumstick',
    'Feather',
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

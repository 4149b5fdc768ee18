import { randomBytes } from '@noble/hashes/utils.js'

/**
 * 128 short Danish nouns, ours: plain things, no letter beyond a-z, so that every keyboard has them. Their order is fixed by
 * nothing: words that are in use are read as text.
 */
export const NOUNS: readonly string[] = (
  'sol skov sten bro hat sko bog blad lys lampe dug kop kande gren rod eng mark bakke dal vej sti port mur tag trappe ' +
  'ske gaffel fad krus brev kridt papir ramme klokke skrue hammer sav tang reb snor knap lomme taske kurv kasse tromme ' +
  'harpe violin guitar orgel sang vise takt tone park plads torv hus stue loft gang seng pude puf bord stol hylde skab kam ' +
  'spejl uld silke hue vante jakke sok hest ged gris ugle due svane spurv krage laks torsk sild krebs musling fisk ' +
  'ulv hare egern mus myre havre rug tomat agurk porre salat banan melon citron fersken blomme kaffe suppe ris ost ' +
  'kage vaffel sukker salt peber karry ' +
  'lanterne kikkert paddel telt kano globus magnet kompas trompet klaver kaktus tulipan'
).split(' ')

/** Six words of two nouns each: 84 random bits. */
export const PASSPHRASE_WORDS = 6

/**
 * A passphrase that nobody has chosen: six made-up words such as "skovlampe". Each is two of 128 nouns, so each random byte
 * gives one without favouring any.
 */
export function makePassphrase(random: Uint8Array = randomBytes(PASSPHRASE_WORDS * 2)): string {
  const nouns = Array.from(random.subarray(0, PASSPHRASE_WORDS * 2), byte => NOUNS[byte % NOUNS.length] ?? '')
  return Array.from({ length: PASSPHRASE_WORDS }, (_, n) => `${nouns[2 * n]}${nouns[2 * n + 1]}`).join(' ')
}

/** A passphrase as it is typed, in the form that it was made in: small letters, one space between words. */
export function readPassphrase(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .split(/[\s,.-]+/)
    .join(' ')
}

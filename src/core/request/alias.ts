import type { Language } from '../facts/types.ts'

// Common gender in Danish, so that no word needs an ending. Nothing that could hint at why one comes ("sten", "sky",
// "drage" can), and nothing that is also said of people, neither a colour nor a look: it is spoken aloud at a door.
const LOOKS: { [L in Language]: string } = {
  da: 'Stribet Prikket Ternet Strikket Vævet Malet Hæklet Flettet Foldet Syet Støbt Trykt',
  en: 'Striped Spotted Checked Knitted Woven Painted Carved Braided Folded Sewn Moulded Printed',
}
const COLOURS: { [L in Language]: string } = {
  da: 'Blå Grøn Rød Grå Lilla Orange Rosa Turkis',
  en: 'Blue Green Red Grey Purple Orange Pink Turquoise',
}
const THINGS: { [L in Language]: string } = {
  da: 'Kano Sommerfugl Cykel Lygte Paraply Ugle Kuffert Båd Rygsæk Fløjte Kande Gynge Skovsti Bænk Guitar Stige Pude Kikkert Måge Trommestik Fjer Hat Nøgle Kastanje',
  en: 'Canoe Butterfly Bicycle Lantern Umbrella Owl Suitcase Boat Backpack Whistle Jug Swing Footpath Bench Guitar Ladder Cushion Telescope Seagull Drumstick Feather Hat Key Chestnut',
}

/**
 * A made-up look, colour and thing to be said at the door, so that a person without a name can be met.
 * 2,304 of them, so that few who are waited for at once share one: no secret, only words to find each other by. Those of
 * before November 2026 have no look.
 * @param random three bytes
 */
export function makeAlias(language: Language, random: Uint8Array): string {
  return [LOOKS, COLOURS, THINGS]
    .map((words, at) => {
      const from = words[language].split(' ')
      return from[(random[at] ?? 0) % from.length] ?? ''
    })
    .join(' ')
}

/** The words people type without spaces between them, as the rules read them (folded). */
const GLUED = new Set(
  `jeg mig mit min sig sit selv han hun de vi du ham hende ikke ik leve lever livet liv mere mer langere vil ville
  gerne bare dx do dod tage tager af at er har blev bliver til for pa og det en nu gider orker kan lyst slar slog
  far mor mand kone kareste bange ihjel hange skarer skader vagner trakker vejret taget mange piller i am want to
  die wanna kill myself my me life end it all dont cant not live anymore any more no hits hit beats he she dad mum
  him her scared of home go take took too many pills cut suicide be dead wish was were alive being living wake up
  never will would should have had better off without alle bedre uden holder ud gor ondt aldrig vak fri stoppe
  slutte forsvinde skal
  `.split(/\s+/),
)

const LONGEST = Math.max(...[...GLUED].map(word => word.length))

/** A word taken apart where at least three words stand in it without a space; else the word itself. */
export function unglued(word: string): readonly string[] {
  if (word.length < 8) return [word]
  // The fewest words that make up the first n letters.
  const made: (readonly string[] | undefined)[] = [[]]
  for (let n = 1; n <= word.length; n++) {
    for (let length = Math.min(LONGEST, n); length > 0; length--) {
      const before = made[n - length]
      const piece = word.slice(n - length, n)
      if (before && GLUED.has(piece) && before.length + 1 < (made[n]?.length ?? Infinity)) {
        made[n] = [...before, piece]
      }
    }
  }
  const pieces = made[word.length]
  return pieces && pieces.length >= 3 ? pieces : [word]
}

import type { Answers } from '../request/answers.ts'
import { bandOfAge } from './age-band.ts'
import type { Situation } from './situation.ts'
import { wants } from './certain.ts'

/** The part of a contact request that a situation can answer. */
export type Carried = Pick<Answers, 'audience' | 'wish' | 'substance' | 'concern' | 'connection'>

/**
 * What the contact request need not ask again. Only what was said for certain is carried: a doubtful answer is
 * left out, so that the request asks for it. Nobody under 15 is put in an audience: the request has none for them.
 */
export function carry(situation: Situation): Carried {
  if (situation.subject === 'relative') {
    return { audience: 'relative', ...concernOf(situation), ...connectionOf(situation) }
  }
  if (situation.subject !== 'self' || typeof situation.age !== 'number') return {}
  switch (bandOfAge(situation.age)) {
    case 'under-15':
      return {}
    case '15-17': {
      const wish = youthWish(situation)
      // A young person who books a talk is not asked what they use.
      return { audience: 'youth', ...wish, ...(wish.wish === 'anonymous-talk' ? {} : substanceOf(situation)) }
    }
    case 'adult':
      return { audience: 'adult', ...adultWish(situation), ...substanceOf(situation) }
  }
}

const substanceOf = ({ substance }: Situation): Carried =>
  substance === null || substance === undefined ? {} : { substance }

/** Treatment starts the clock, advice does not: somebody who ticked both is asked which. */
function adultWish(s: Situation): Carried {
  const treatment = wants(s, 'treatment')
  if (treatment === wants(s, 'advice-only')) return {}
  return { wish: treatment ? 'treatment' : 'advice' }
}

/** Treatment and "without a name" do not go together before 18, so that is asked too. */
function youthWish(s: Situation): Carried {
  const treatment = wants(s, 'treatment')
  if (treatment === wants(s, 'advice-only', 'anonymous', 'parents-not-told')) return {}
  return { wish: treatment ? 'treatment' : 'anonymous-talk' }
}

function concernOf({ relative_of: other }: Situation): Carried {
  if (typeof other?.age !== 'number') return {}
  const band = bandOfAge(other.age)
  if (band === 'adult') return { concern: 'adult' }
  // The request's words are "my child": a younger brother or friend is not that.
  if (other.relation !== 'parent') return {}
  return { concern: band === 'under-15' ? 'child-under-15' : 'child-15-17' }
}

function connectionOf({ resident, relative_of: other }: Situation): Carried {
  if (resident === true) return { connection: 'resident' }
  if (other?.enrolled_here === true) return { connection: 'enrolled' }
  return resident === false && other?.enrolled_here === false ? { connection: 'neither' } : {}
}

import type { Assessment, GivenId, Situation } from '../../../src/core/eligibility/index.ts'

/** What may never stand without what has to be told with it. */
const together: readonly (readonly [GivenId, GivenId])[] = [
  ['right-drugs-equivalent-provider', 'caution-drugs-choice-contradiction'],
  ['caution-drugs-choice-contradiction', 'right-drugs-equivalent-provider'],
  ['offer-alcohol-anonymous', 'caution-alcohol-anonymity-not-described'],
  ['offer-drugs-anonymous-101a', 'caution-101a-place-clarifies'],
  ['offer-drugs-anonymous-101a', 'caution-101a-elsewhere'],
  ['right-101a-anonymous', 'caution-101a-place-clarifies'],
  ['right-101a-choose-provider', 'offer-drugs-anonymous-101a'],
  ['right-101a-choose-provider', 'caution-101a-complaint-not-described'],
  ['offer-youth-anonymous-talks', 'caution-youth-anonymity-limit'],
  ['offer-youth-treatment', 'caution-youth-authority-involved'],
  ['offer-doctor-and-medicine', 'caution-medicine-after-doctor'],
  ['offer-intensive-after-assessment', 'caution-intensive-outpatient-first'],
  ['offer-intensive-after-assessment', 'caution-intensive-committee'],
  ['offer-intensive-after-assessment', 'caution-intensive-self-payment'],
  ['offer-pregnancy-cooperation', 'caution-pregnancy-always-cooperation'],
  ['offer-relatives-programme', 'caution-relative-details-open'],
  ['right-complain-management', 'caution-complaint-alcohol-no-external'],
  ['deadline-return', 'caution-return-no-fast-track'],
  ['deadline-start', 'caution-request-clock-open'],
  ['deadline-first-talk', 'caution-request-clock-open'],
  ['right-free-treatment', 'caution-place-assesses'],
]

const outcomes: readonly GivenId[] = ['caution-place-assesses', 'caution-under-15-open', 'caution-age-needed']

/** What is wrong with a result, for anybody. */
export function faults(result: Assessment, s: Situation): string[] {
  const given = result.because
  const found: string[] = together
    .filter(([one, other]) => given.has(one) && !given.has(other))
    .map(([one, other]) => `${one} without ${other}`)
  if (!given.has('offer-contact-place')) found.push('no way to be reached')
  if (!given.has('caution-emergency-not-here')) found.push('no word on emergencies')
  if (!result.cautions.some(id => outcomes.includes(id))) found.push('no outcome')
  if (s.resident === false && s.subject === 'self' && typeof s.age === 'number')
    if (!given.has('signpost-own-municipality')) found.push('a resident of elsewhere is sent nowhere')
  if (result.cautions.includes('caution-under-15-open') && result.offers.length < 2)
    found.push('a child is sent nowhere')
  if ([...given.keys()].some(id => id.startsWith('claim-'))) found.push('a claim')
  if ([...given.values()].some(reasons => reasons.length === 0)) found.push('something without a reason')
  for (const list of [result.offers, result.rights, result.deadlines, result.cautions])
    if (list.join() !== [...new Set<string>(list)].sort().join())
      found.push('a list not sorted, or holding an id twice')
  return found
}

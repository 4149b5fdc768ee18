import type { OpenMatters } from '../types.ts'

/** What the standards leave open. An answer in both languages replaces "det står ikke" on the pages. */
export const openMatters: OpenMatters = {
  // Under 15.
  'O-01': null,
  // Not resident.
  'O-02': null,
  // No fixed home, or just moving.
  'O-03': null,
  // 15-17 and anonymous drug treatment.
  'O-04': null,
  // 15-17 and alcohol treatment without a name beyond the first talks.
  'O-05': null,
  // Stopping after the anonymous talks; whether further advice is anonymous.
  'O-06': null,
  // No adviser, parents apart, not living at home.
  'O-07': null,
  // Turning 18 on the way.
  'O-08': null,
  // 15-17 and day or residential treatment.
  'O-09': null,
  // 15-17 and choice of place.
  'O-10': null,
  // 15-17 and complaint, drugs.
  'O-11': null,
  // Relative elsewhere, nobody enrolled; the other person lives here.
  'O-12': null,
  // Children and young people as relatives.
  'O-13': null,
  // Relatives: price, wait, anonymity, what is written down.
  'O-14': null,
  // Relative elsewhere; the person enrolled with another provider.
  'O-15': null,
  // How alcohol treatment without a name is done; medicine, plan, referral.
  'O-16': null,
  // Anonymous drug treatment: the criteria, how they are clarified without a name, how fast.
  'O-17': null,
  // Anonymous drug treatment when alcohol is there too.
  'O-18': null,
  // No name, and children or pregnancy.
  'O-19': null,
  // Drugs: whether there is a choice of place.
  'O-20': null,
  // Alcohol, another place: referral, 14 days, private, who pays.
  'O-21': null,
  // Whether a message through the app starts the deadlines.
  'O-22': null,
  // The 14 days and residential treatment.
  'O-23': null,
  // The WHO criteria are not given.
  'O-24': null,
  // 15-17 and drugs: any use, or use that is a problem.
  'O-25': null,
  // The alcohol standard has lapsed: is there a newer one.
  'O-26': null,
  // Drugs: complaint about the course, payment, choice, anonymous treatment.
  'O-27': null,
  // Alcohol complaint: time limit, form, what then.
  'O-28': null,
  // Which case system with both substances.
  'O-29': null,
  // Substitution medicine under 18.
  'O-30': null,
  // Pills, mixed use, gambling.
  'O-31': null,
  // Emergencies.
  'O-32': null,
  // Telephone, hours, e-mail.
  'O-33': null,
  // Language and interpreter.
  'O-34': null,
  // Gift card and training: for whom.
  'O-35': null,
  // Social action plan for 15-17.
  'O-36': null,
  // Cost of day treatment.
  'O-37': null,
  // Whether the 14 days hold for anonymous drug treatment.
  'O-38': null,
  // Whether parents can ask for treatment for a 15-17-year-old.
  'O-39': null,
}

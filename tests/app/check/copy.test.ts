import { describe, expect, test } from 'vitest'
import { closeToAnother, everyone, ownUse } from '../../../src/core/eligibility/rules/index.ts'
import { cautions, deadlines, offers, rights } from '../../../src/core/eligibility/vocabulary/index.ts'
import { claims } from '../../../src/core/eligibility/vocabulary/claims.ts'
import { copyOf, languages } from '../../locales/copy-files.ts'

const given = Object.keys({ ...offers, ...rights, ...deadlines, ...cautions })
const rules = [...new Set([...everyone, ...ownUse, ...closeToAnother].map(({ id }) => id))]

describe.each(languages)('the copy of the check in %s', lang => {
  const copy = copyOf(lang, 'check')

  test('has words for everything a result can hold', () => {
    expect(given.length).toBeGreaterThan(95)
    expect(given.filter(id => !copy.has(`line.${id}`))).toEqual([])
  })

  test('has a reason for every rule, and none for a rule that is not there', () => {
    const told = [...copy.keys()].filter(key => key.startsWith('because.')).map(key => key.slice(8))
    expect(told.sort()).toEqual([...rules].sort())
  })

  test('says no two different things in the same words', () => {
    const lines = [...copy].filter(([key]) => key.startsWith('line.')).map(([, text]) => text)
    expect(new Set(lines).size).toBe(lines.length)
  })
})

/** Ways to say what must never be said, for each claim of the vocabulary. */
const forbidden: Record<
  keyof typeof claims,
  { readonly da: readonly RegExp[]; readonly en: readonly RegExp[] }
> = {
  'claim-you-are-entitled': {
    da: [/du har (krav|ret) på behandling/i, /^du har ret til behandling/i],
    en: [/you are entitled/i, /you have (a|the) right to treatment/i],
  },
  'claim-you-are-refused': {
    da: [/du kan ikke få (hjælp|behandling)/i, /du får afslag/i, /ikke noget for dig/i],
    en: [/you cannot (get|have) (help|treatment)/i, /you (are|will be) (refused|turned down)/i],
  },
  'claim-alcohol-standard-in-force': {
    da: [/reglerne om alkohol gælder/i],
    en: [/alcohol rules (apply|are in force|are valid)/i],
  },
  'claim-nothing-is-registered': {
    da: [/(intet|ingenting) (bliver )?(skrevet|skrives) ned/i, /skriver (ikke noget|intet) ned/i],
    en: [/nothing is (written down|noted|recorded|registered)/i],
  },
  'claim-nobody-else-is-told': {
    da: [/ingen (andre|anden) (får|kan)/i, /kun torvehuset får/i],
    en: [/nobody (else )?(is told|will know|knows)/i, /no one else (is told|will know)/i],
  },
  'claim-fully-anonymous': {
    da: [/helt (anonym|uden navn)/i, /uden navn hele vejen/i],
    en: [/fully anonymous/i, /without (a|your|giving your) name (all the way|throughout)/i],
  },
  'claim-parents-never-told': {
    da: [
      /(dine )?forældre (får|vil) (det )?(ikke|aldrig)/i,
      /vi siger (det )?ikke (noget )?til dine forældre/i,
    ],
    en: [/parents (will|are) (not|never)/i, /(not|never) tell your parents/i],
  },
  'claim-parents-told-at-once': {
    da: [/forældre får (det at vide|besked),? (straks|med det samme|når du)/i],
    en: [/parents are told (at once|as soon)/i],
  },
  'claim-101a-entitled': {
    da: [/^du har ret til behandling for stoffer uden navn/i],
    en: [/^you have a right to drug treatment without/i],
  },
  'claim-101a-here': {
    da: [/uden navn (i|hos) \{\{place\}\}/i],
    en: [/without (a|your|giving your) name at \{\{place\}\}/i],
  },
  'claim-drugs-free-choice-unlimited': {
    da: [/stoffer: du (kan|må) frit vælge/i, /vælge et hvilket som helst/i],
    en: [/drugs: you (can|may) (freely choose|choose freely)/i, /any place you like/i],
  },
  'claim-drugs-no-choice-at-all': {
    da: [/stoffer: du kan ikke vælge/i, /^der er ikke frit valg/i],
    en: [/drugs: you cannot choose/i, /^there is no free choice/i],
  },
  'claim-alcohol-choice-residential': {
    da: [/alkohol: .*(vælge|valg).*(døgn|bo et sted)/i],
    en: [/alcohol: .*(choose|choice).*(residential|(live|stay) (at a place|somewhere))/i],
  },
  'claim-start-limit-with-other-provider': {
    da: [/(andet|nyt) sted.*inden \{\{figure.guaranteeStart/i],
    en: [/another place.*within \{\{figure.guaranteeStart/i],
  },
  'claim-residential-at-once': {
    da: [/(komme|gå) (direkte|lige) (i|til|på) døgn/i, /flytte ind med det samme/i],
    en: [/straight to residential/i, /move in at once/i],
  },
  'claim-residential-impossible': {
    da: [/døgnbehandling (er ikke|findes ikke|kan ikke)/i],
    en: [/residential treatment (is not|cannot|is out)/i],
  },
  'claim-everything-is-free': {
    da: [/(alt|det hele) er gratis/i, /(kost|logi|bo).* er gratis/i],
    en: [/(everything|it all) is free/i, /(board|lodging|room|to live|to stay).* is free/i],
  },
  'claim-ankestyrelsen-alcohol': {
    da: [/alkohol[^.]*\{\{unit.appeals/i],
    en: [/alcohol[^.]*\{\{unit.appeals/i],
  },
  'claim-no-complaint-possible': { da: [/du kan ikke klage/i], en: [/you cannot complain/i] },
  'claim-too-late-to-complain': {
    da: [/for sent/i, /fristen er (gået|overskredet)/i],
    en: [/too late to complain/i, /the time limit has (gone|passed)/i],
  },
  'claim-relative-start-limit': {
    da: [/(pårørende|nære).*\{\{figure.guaranteeStart/i],
    en: [/(relative|family and friends).*\{\{figure.guaranteeStart/i],
  },
  'claim-relative-can-enrol-other': {
    da: [/du kan (melde|skrive) (den anden|ham|hende|dit barn) (ind|til|op)/i],
    en: [/you can (sign|enrol) (the other|him|her|your child)/i],
  },
  'claim-parent-can-do-nothing': {
    da: [/du kan (ikke gøre noget|intet gøre)/i],
    en: [/you can do nothing|there is nothing you can do/i],
  },
  'claim-fast-return': {
    da: [/(komme|starte) (lige|direkte|straks) (tilbage|igen)/i],
    en: [/(come|start) (straight|right) (back|again)/i],
  },
  'claim-medicine-promised': {
    da: [/du (får|kan få) medicin/i],
    en: [/you (will )?(get|can have) medicine/i],
  },
  'claim-gift-card-promised': { da: [/gavekort/i], en: [/gift card/i] },
  'claim-app-starts-the-clock': {
    da: [/(dage|fristen|tiden) (starter|begynder|løber) (nu|når du sender|i dag)/i],
    en: [/(days|time|limits?|clock) (start|starts|run|runs) (now|today|when you send)/i],
  },
}

/** Sentences that say what they must not, so that the phrases are known to find something. */
const wouldBeWrong: Record<keyof typeof claims, { readonly da: string; readonly en: string }> = {
  'claim-you-are-entitled': { da: 'Du har ret på behandling.', en: 'You are entitled to treatment.' },
  'claim-you-are-refused': { da: 'Du kan ikke få hjælp.', en: 'You cannot get help.' },
  'claim-alcohol-standard-in-force': {
    da: 'Reglerne om alkohol gælder i dag.',
    en: 'The alcohol rules apply today.',
  },
  'claim-nothing-is-registered': { da: 'Intet bliver skrevet ned.', en: 'Nothing is written down.' },
  'claim-nobody-else-is-told': { da: 'Ingen andre får det at vide.', en: 'Nobody else is told.' },
  'claim-fully-anonymous': { da: 'Du er helt anonym.', en: 'You are fully anonymous.' },
  'claim-parents-never-told': {
    da: 'Dine forældre får det ikke at vide.',
    en: 'Your parents will not be told.',
  },
  'claim-parents-told-at-once': {
    da: 'Dine forældre får det at vide, når du skriver.',
    en: 'Your parents are told as soon as you write.',
  },
  'claim-101a-entitled': {
    da: 'Du har ret til behandling for stoffer uden navn.',
    en: 'You have a right to drug treatment without giving your name.',
  },
  'claim-101a-here': {
    da: 'Behandling uden navn i {{place}}.',
    en: 'Treatment without giving your name at {{place}}.',
  },
  'claim-drugs-free-choice-unlimited': {
    da: 'Stoffer: Du kan frit vælge.',
    en: 'Drugs: You can choose freely.',
  },
  'claim-drugs-no-choice-at-all': { da: 'Der er ikke frit valg.', en: 'There is no free choice.' },
  'claim-alcohol-choice-residential': {
    da: 'Alkohol: Du kan selv vælge døgnbehandling.',
    en: 'Alcohol: You can choose a residential place.',
  },
  'claim-start-limit-with-other-provider': {
    da: 'Et andet sted starter inden {{figure.guaranteeStart}} dage.',
    en: 'Another place starts within {{figure.guaranteeStart}} days.',
  },
  'claim-residential-at-once': {
    da: 'Du kan komme direkte i døgnbehandling.',
    en: 'You can go straight to residential.',
  },
  'claim-residential-impossible': {
    da: 'Døgnbehandling er ikke muligt.',
    en: 'Residential treatment is not possible.',
  },
  'claim-everything-is-free': { da: 'Alt er gratis.', en: 'Everything is free.' },
  'claim-ankestyrelsen-alcohol': {
    da: 'Alkohol: Klag til {{unit.appeals}}.',
    en: 'Alcohol: Complain to {{unit.appeals}}.',
  },
  'claim-no-complaint-possible': { da: 'Du kan ikke klage.', en: 'You cannot complain.' },
  'claim-too-late-to-complain': { da: 'Det er for sent at klage.', en: 'It is too late to complain.' },
  'claim-relative-start-limit': {
    da: 'Pårørende får hjælp inden {{figure.guaranteeStart}} dage.',
    en: 'Family and friends get help within {{figure.guaranteeStart}} days.',
  },
  'claim-relative-can-enrol-other': {
    da: 'Du kan melde den anden til.',
    en: 'You can sign the other person up.',
  },
  'claim-parent-can-do-nothing': { da: 'Du kan ikke gøre noget.', en: 'You can do nothing.' },
  'claim-fast-return': { da: 'Du kan komme direkte tilbage.', en: 'You can come straight back.' },
  'claim-medicine-promised': { da: 'Du får medicin.', en: 'You will get medicine.' },
  'claim-gift-card-promised': { da: 'Du får et gavekort.', en: 'You get a gift card.' },
  'claim-app-starts-the-clock': { da: 'De 14 dage starter nu.', en: 'The 14 days start now.' },
}

describe.each(Object.keys(claims) as (keyof typeof claims)[])('%s', claim => {
  test.each(languages)('is never said in %s, and would be found', lang => {
    const phrases = forbidden[claim][lang]
    expect(phrases.some(phrase => phrase.test(wouldBeWrong[claim][lang]))).toBe(true)
    const said = [...copyOf(lang, 'check')].filter(([, text]) =>
      phrases.some(phrase => phrase.test(String(text))),
    )
    expect(said).toEqual([])
  })
})

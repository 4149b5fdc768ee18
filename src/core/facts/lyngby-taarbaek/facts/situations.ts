import type { Fact } from '../../types.ts'
import { under } from '../../under.ts'

const dual = under({
  alcohol: 'Borgere med både alkoholmisbrug og psykiske lidelser',
  drugs: 'Borgere med både stofmisbrug og psykiske lidelser',
})
const bothSubstances = under({
  alcohol: 'Borger med både alkohol- og stofmisbrug',
  drugs: 'Borger med både alkohol- og stofmisbrug',
})
const pregnancy = under({ alcohol: 'Gravide med misbrug', drugs: 'Gravide med misbrug' })
const relativesOffer = under({ alcohol: 'Tilbud til pårørende', drugs: 'Tilbud til pårørende' })
const children = under({
  alcohol: 'Forhold for børn med forældre der har et stofmisbrug',
  drugs: 'Forhold for børn med forældre der har et stofmisbrug',
})

/** Mental disorder, both substances, pregnancy, relatives, children. */
export const situations: readonly Fact[] = [
  dual.both('dual-doctor-psychiatrist-attached', 'service', ['adult', 'youth']),
  dual.both('dual-treat-and-screen', 'service', ['adult', 'youth']),
  dual.both('dual-refer-onwards', 'service', ['adult', 'youth']),
  dual.both('dual-apu', 'provider', ['adult', 'youth']),
  bothSubstances.both('both-substances-together', 'service', ['adult', 'youth']),
  pregnancy.both('pregnant-cooperation', 'service', ['adult', 'youth']),
  relativesOffer.alcohol('relatives-who-alcohol', 'target-group', ['relative']),
  relativesOffer.drugs('relatives-who-drugs', 'target-group', ['relative']),
  relativesOffer.both('relatives-programme', 'service', ['relative']),
  children.both('children-centre-contacted', 'duty', ['adult', 'youth', 'relative']),
  children.both('pregnancy-always-cooperation', 'duty', ['adult', 'youth']),
  children.both('children-treatment-places-attentive', 'duty', ['adult']),
  children.both('children-duty-to-notify', 'duty', ['adult', 'youth', 'relative']),
]

import type { Fact } from '../../types.ts'
import { under } from '../../under.ts'

const intensive = under({ alcohol: 'Dag- og døgnbehandling', drugs: 'Dag- og døgnbehandling' })
const anonymous = under({ drugs: 'Anonym stofmisbrugsbehandling' })

/** Day and residential treatment; drug treatment without a name. */
export const intensiveAndAnonymous: readonly Fact[] = [
  intensive.both('intensive-external', 'service', ['adult']),
  intensive.both('intensive-outpatient-first', 'criterion', ['adult']),
  intensive.both('intensive-documentation', 'criterion', ['adult']),
  intensive.both('intensive-target-group', 'target-group', ['adult']),
  anonymous.drugs('s101a-right', 'right', ['adult']),
  anonymous.drugs('s101a-criterion-attachment', 'criterion', ['adult']),
  anonymous.drugs('s101a-criterion-no-social-support', 'criterion', ['adult']),
  anonymous.drugs('s101a-criterion-seen-little', 'criterion', ['adult']),
  anonymous.drugs('s101a-torvehuset-clarifies', 'duty', ['adult']),
  anonymous.drugs('s101a-choose-between-providers', 'right', ['adult']),
  anonymous.drugs('s101a-provider-gladsaxe', 'provider', ['adult']),
  anonymous.drugs('s101a-provider-brydehuset', 'provider', ['adult']),
  anonymous.drugs('s101a-provider-kabs', 'provider', ['adult']),
  anonymous.drugs('s101a-provider-addiktiv', 'provider', ['adult']),
]

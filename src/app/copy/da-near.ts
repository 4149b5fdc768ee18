// What a reader comes near to on the way: fetched then.
import signs from '../../../locales/da/signs.json'
import visit from '../../../locales/da/visit.json'

export const copy = { signs, visit }

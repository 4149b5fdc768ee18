// What a reader comes near to on the way: fetched then.
import signs from '../../../locales/en/signs.json'
import visit from '../../../locales/en/visit.json'

export const copy = { signs, visit }

import replies from '../../../locales/da/replies.json'

export const copy = { replies }

import replies from '../../../locales/en/replies.json'

export const copy = { replies }

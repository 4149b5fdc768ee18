import request from '../../locales/da/request.json' with { type: 'json' }

const { name, looks, colours, things } = request.alias
const oneOf = (row: string): string => `(?:${row.replaceAll(' ', '|')})`
/** What Danish names are made of: looks, colours, things. */
export const rowsOfNames = [looks, colours, things] as const

/** Every name the app can make up for somebody without one. */
export const madeUpNames = new RegExp(
  name
    .replace('{{look}}', oneOf(looks))
    .replace('{{colour}}', oneOf(colours))
    .replace(/\{\{(?:thing|other)\}\}/g, oneOf(things)),
  'g',
)

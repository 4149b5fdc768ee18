import check from '../../../locales/da/check.json'

export const copy = { check }

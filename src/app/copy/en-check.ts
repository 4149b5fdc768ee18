import check from '../../../locales/en/check.json'

export const copy = { check }

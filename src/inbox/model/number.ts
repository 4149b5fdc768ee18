import { readPhone } from '../../core/request/index.ts'

/** A number for people to read, with what was written beside it; as it stands where no number can be read. */
export function shownPhone(phone: string): string {
  const read = readPhone(phone)
  if (!read) return phone
  return read.note === '' ? read.shown : `${read.shown}, ${read.note}`
}

/** A number as a link to call it (RFC 3966): digits only, those of other countries with their plus. */
export function telOf(phone: string): string {
  const number = readPhone(phone)?.number ?? phone.replace(/[^\d+]/g, '')
  return `tel:${number.replace(/^\+45(?=\d{8}$)/, '')}`
}

import { readPhone } from '../../core/request/index.ts'
import type { OpenedRequest } from './requests.ts'

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

/** The number a person can be rung on, for people to read: given later, or in the request; undefined when there is none. */
export function numberOf({ envelope, given }: Pick<OpenedRequest, 'envelope' | 'given'>): string | undefined {
  const phone = given.phone ?? envelope?.request.phone
  return phone === undefined ? undefined : shownPhone(phone)
}

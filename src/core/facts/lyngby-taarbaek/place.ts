import type { Place } from '../types.ts'

/** Only the address stands in the standards. Telephone, hours and web address: docs/before-launch.md. */
export const place: Place = {
  name: 'Torvehuset',
  street: 'Lyngby Torv 16',
  postcode: '2800',
  town: 'Lyngby',
  phone: null,
  hours: null,
  web: null,
}

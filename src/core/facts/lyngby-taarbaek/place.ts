import type { Place } from '../types.ts'

/** Only the address stands in the standards; the rest is the municipality's to say (docs/before-launch.md). */
export const place: Place = {
  name: 'Torvehuset',
  street: 'Lyngby Torv 16',
  postcode: '2800',
  town: 'Lyngby',
  phone: null,
  hours: null,
  web: null,
  position: null,
  photo: null,
  wayIn: null,
  people: [],
  visit: { contains: null, friend: null, absent: null },
}

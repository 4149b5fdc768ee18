import type { Place } from '../../../core/facts/types.ts'

/**
 * Opens the map app of the phone itself (RFC 5870, with the `q` that map apps read): nothing is asked of anybody by this
 * page. Without a known position the app looks the address up. Apple's maps: `islands/apple-maps.ts`.
 */
export function mapLink(place: Pick<Place, 'position' | 'street' | 'postcode' | 'town'>): string {
  const { position, street, postcode, town } = place
  const at = position ? `${position.latitude},${position.longitude}` : '0,0'
  return `geo:${at}?q=${encodeURIComponent(`${street}, ${postcode} ${town}`)}`
}

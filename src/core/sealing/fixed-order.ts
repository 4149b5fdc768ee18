/**
 * Compares two texts by their UTF-16 units. `localeCompare` asks the browser's language: a Danish one has capitals first and
 * "aa" last, so two people would see what is sorted by a hash in two orders.
 *
 * @returns -1, 0 or 1, for `sort`
 */
export const inFixedOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

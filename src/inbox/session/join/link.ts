/** What stands before the token in the address of an invitation, behind the #: a browser sends that to no server. */
const BEFORE = '#invite='

/** The address of an invitation: 32 bytes as base64url behind the inbox's own. */
export const inviteLink = (inbox: string, token: string): string => `${inbox}${BEFORE}${token}`

/** The token in an address; null when it is no invitation. */
export function tokenIn(hash: string): string | null {
  const token = hash.startsWith(BEFORE) ? hash.slice(BEFORE.length) : ''
  return /^[\w-]{43}$/.test(token) ? token : null
}

const nothing = (): void => undefined

/** What an open thread tells its page, where a test asks for none of it. */
export const unheard = {
  onText: nothing,
  onClose: nothing,
  onBook: nothing,
  onMove: nothing,
  onName: nothing,
  onWithdraw: nothing,
} as const

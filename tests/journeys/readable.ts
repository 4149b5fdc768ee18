/**
 * Three parts of a code as it is shown, as the text of a pattern. Not the middle of a UUID: one in a hundred has only digits
 * there, and what the phone keeps is named by UUIDs.
 */
export const PART_OF_CODE = String.raw`(?<![0-9A-Za-z-])[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}`

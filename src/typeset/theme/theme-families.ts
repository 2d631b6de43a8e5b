import type { Theme } from './theme.js'

/**
 * Families of the package that have the signs which those of a theme may lack: the marks that templates and themes print, such
 * as ■ and ✓, and emoji, in this order.
 */
export const SIGN_FAMILIES: readonly string[] = ['Source Sans 3', 'Noto Emoji']

/** The families that a theme names, in the order in which a character is looked for. */
export const familiesOfTheme = ({ families: { body, heading, fallback } }: Theme): string[] => [
  ...new Set([body, heading, ...fallback]),
]

/** All families that a document in a theme may be set in. */
export const familiesForTheme = (theme: Theme): string[] => [
  ...new Set([...familiesOfTheme(theme), ...SIGN_FAMILIES]),
]

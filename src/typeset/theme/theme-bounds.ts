import type { Theme } from './theme.js'

/** Points: what is printed smaller is not read with ease by anybody. */
export const LEAST_TYPE = 7

/** Points: the smallest type of a theme, raised marks aside. */
export const smallestType = ({ type }: Pick<Theme, 'type'>): number => type.smallest ?? LEAST_TYPE

/** A multiple of vertical space held within the bounds of a theme; the theme's normal one if none is asked for. */
export const spacingWithin = ({ spacing: { min, normal, max } }: Theme, asked: number | undefined): number =>
  Math.min(max, Math.max(min, asked ?? normal))

import type { SettingsProblem } from '../../brief/index.js'
import { type Fonts, faceFor } from '../fonts/open-fonts.js'
import type { ListSettings } from './style-settings.js'
import type { Theme } from './theme.js'
import { familiesForTheme } from './theme-families.js'

/** Markers of lists that no family has: faults of the theme, and not of the briefs whose items they stand before. */
export function markerProblems(theme: Theme, fonts: Fonts): SettingsProblem[] {
  const families = familiesForTheme(theme)
  const isMissing = (character: string) =>
    !families.some(family => faceFor(fonts, { family, bold: false, italics: false })?.has(character))
  return Object.entries<Partial<ListSettings>>(theme.styles).flatMap(([style, { marker }]) =>
    [...(marker ?? '')].filter(isMissing).map(character => ({
      path: ['styles', style, 'marker'],
      message: `no font has \`${character}\`, the \`marker\` of \`${style}\``,
      hint: 'choose another, or add a family that has it to `families.fallback`',
    })),
  )
}

import { contrastOf } from '../../brief/index.js'
import type { Theme } from './theme.js'

/**
 * The colour of words that stand across a page, behind its text: a tint of the theme's quiet text on which all words that can be read on
 * paper can still be read. Undefined where words of the theme are so light that what they can be read on would not be seen.
 */
export function overlayColour(theme: Pick<Theme, 'colours' | 'styles'>): string | undefined {
  const ink = theme.colours.muted ?? theme.colours.text ?? '#000000'
  const words = coloursOnPaper(theme)
  return TINTS.map(share => tintOf(ink, share)).find(tint =>
    words.every(colour => contrastOf(colour, tint) >= LEAST_CONTRAST),
  )
}

/** The colour of those words that stand out least from paper of all that can be read on it. */
export function lightestWords(theme: Pick<Theme, 'colours' | 'styles'>): string | undefined {
  const contrast = (colour: string) => contrastOf(colour, PAPER_COLOUR)
  return coloursOnPaper(theme).toSorted((one, other) => contrast(one) - contrast(other))[0]
}

/** The colours of words that can be read on paper. */
function coloursOnPaper({ colours, styles }: Pick<Theme, 'colours' | 'styles'>): string[] {
  return [...WORDS_OF_FIGURES, ...wordColours(styles, colours)]
    .flatMap(name => colours[name] ?? [])
    .filter(colour => contrastOf(colour, PAPER_COLOUR) >= LEAST_CONTRAST)
}

const WORDS_OF_FIGURES = ['text', 'muted', 'accent', 'warning']
/** What pages are printed on. */
export const PAPER_COLOUR = '#ffffff'
/** Of words against their ground (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5
/** Shares of ink in paper: from what is seen at once and reads over nothing, down to what is hardly seen. */
const TINTS = [0.07, 0.06, 0.05]

/** The names of the colours in which words are set that stand on paper: a style with a ground of another colour covers what is behind it. */
function wordColours(styles: object, colours: Theme['colours']): string[] {
  return Object.entries(styles).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null)
      return isCovering(value, colours) ? [] : wordColours(value, colours)
    return (key === 'colour' || key === 'marker_colour') && typeof value === 'string' ? [value] : []
  })
}

const isCovering = (style: object, colours: Theme['colours']): boolean =>
  'fill' in style && typeof style.fill === 'string' && colours[style.fill]?.toLowerCase() !== PAPER_COLOUR

/** A colour of which so much is mixed with paper. */
function tintOf(ink: string, share: number): string {
  const mixed = [1, 3, 5].map(at => {
    const value = Number.parseInt(ink.slice(at, at + 2), 16)
    return Math.round(255 - share * (255 - value))
      .toString(16)
      .padStart(2, '0')
  })
  return `#${mixed.join('')}`
}

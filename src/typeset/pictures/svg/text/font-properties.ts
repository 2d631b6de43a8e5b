import { SvgFault } from '../parse-xml.js'
import { lengthOf } from '../shape-path.js'

/** Sizes that have names (CSS Fonts 4, 2.5), in pixels. */
const NAMED_SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}
const RELATIVE_SIZES: Readonly<Record<string, number>> = { smaller: 1 / 1.2, larger: 1.2 }

/** A size of type in pixels, `parent` being that around it. */
export function fontSize(written: string, parent: number, line: number): number {
  const text = written.trim().toLowerCase()
  const named = NAMED_SIZES[text]
  if (named !== undefined) return named
  const relative = RELATIVE_SIZES[text]
  if (relative !== undefined) return parent * relative
  const share = /^([\d.]+)%$/.exec(text)?.[1]
  const size = share === undefined ? textLength(text, parent, line) : (Number(share) / 100) * parent
  if (size === undefined || !(size >= 0)) throw new SvgFault(`with the size of type \`${written}\``, line)
  return size
}

const EMS: Readonly<Record<string, number>> = { em: 1, ex: 0.5, rem: 1 }

/** A length that may be in ems of its text. */
export function textLength(written: string | undefined, size: number, line: number): number | undefined {
  const [, number, unit = ''] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*(r?em|ex)\s*$/i.exec(written ?? '') ?? []
  const ems = EMS[unit.toLowerCase()]
  return number === undefined || ems === undefined ? lengthOf(written, line) : Number(number) * ems * size
}

/** What the one property `font` says: style and weight, size and height of lines, families (CSS Fonts 4, 2.7). */
export function fontDeclarations(value: string): [property: string, value: string][] {
  const [, before = '', size = '', families = ''] =
    /^((?:[a-z-]+\s+|\d00\s+)*?)((?:[\d.]+(?:[a-z]+|%)|(?:xx?-)?(?:small|large)|medium|smaller|larger))(?:\s*\/\s*[\w.%]+)?\s+(.+)$/i.exec(
      value,
    ) ?? []
  if (families === '') return []
  const words = before.trim().split(/\s+/)
  const first = (pattern: RegExp) => words.find(word => pattern.test(word)) ?? 'normal'
  return [
    ['font-style', first(/^(?:italic|oblique)$/i)],
    ['font-weight', first(/^(?:bold|bolder|lighter|\d00)$/i)],
    ['font-variant', first(/^small-caps$/i)],
    ['font-size', size],
    ['font-family', families],
  ]
}

/** Families in the order in which they are asked for. */
export const askedFamilies = (written: string | undefined): string[] =>
  (written ?? '')
    .split(',')
    .map(name => name.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter(name => name !== '')

/** Whether a weight is that of bold faces. */
export const isBold = (written: string | undefined): boolean =>
  /^bold(?:er)?$/i.test(written ?? '') || Number(written) >= 600

export const isItalic = (written: string | undefined): boolean => /^(?:italic|oblique)/i.test(written ?? '')

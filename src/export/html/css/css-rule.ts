/** One rule; nothing where it declares nothing. */
export const cssRule = (
  selector: string,
  ...declarations: readonly (string | undefined | false)[]
): string => {
  const said = declarations.filter(each => each !== undefined && each !== false && each !== '')
  return said.length === 0 ? '' : `${selector}{${said.join(';')}}\n`
}

/** A length in rem, to the hundredth. */
export const rem = (multiple: number): string => (multiple === 0 ? '0' : `${round(multiple)}rem`)

export const round = (value: number): number => Math.round(value * 1000) / 1000

/** A text as a string of CSS that ends neither itself nor the element around the style sheet (CSS Syntax 3, 4.3.5). */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\<>\p{Cc}]/gu, character => `\\${character.codePointAt(0)?.toString(16)} `)}"`

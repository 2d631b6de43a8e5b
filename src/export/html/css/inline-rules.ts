import type { UsedStyles } from '../used-styles.js'
import { cssRule } from './css-rule.js'
import { type CssContext, textDeclarations } from './style-declarations.js'

/** The rules of what stands within lines, as far as a page has it. */
export function inlineRules(used: UsedStyles, context: CssContext): string {
  const { sheet, colours } = context
  const { styles } = sheet.theme
  // On a screen, a link in a text is not to be told by its colour alone (WCAG 2.2, 1.4.1).
  const { underline: _, ...link } = styles.a
  return [
    used.has('a') ? cssRule('a', ...textDeclarations(link, context)) : '',
    used.has('source-ref')
      ? cssRule('.source-ref', ...textDeclarations(styles['source-ref'], context)) +
        cssRule('sup .source-ref', 'text-decoration:none')
      : '',
    used.has('source-ref.quiet')
      ? cssRule('.source-ref.quiet', ...textDeclarations(styles['source-ref.quiet'], context))
      : '',
    used.has('strong') ? cssRule('strong', ...textDeclarations(styles.strong, context)) : '',
    used.has('em')
      ? cssRule('em', 'font-style:italic', ...textDeclarations(styles.em, context)) +
        cssRule('em em', styles.em.italic === undefined && 'font-style:normal') +
        emphasisWithin(used, context)
      : '',
    used.has('sup') ? cssRule('sup', ...textDeclarations(styles.sup, context)) : '',
    ...Object.entries(styles)
      .filter(([key]) => key.startsWith('span.') && used.has(key))
      .map(([key, settings]) => {
        const { fill, ...text } = settings as typeof styles.span
        return cssRule(
          key,
          ...textDeclarations(text, context),
          ...(fill ? [`background:${colours.named(fill)}`, 'padding:.1em .4em', 'border-radius:2px'] : []),
        )
      }),
    used.has('running') ? cssRule('.running', ...textDeclarations(styles.running, context)) : '',
    used.has('banner')
      ? cssRule(
          '.marking',
          ...textDeclarations({ ...styles.banner, colour: undefined }, context),
          'font-weight:700',
        )
      : '',
  ].join('')
}

/** What is stressed in italics stands upright, unless the theme stresses in another way. */
function emphasisWithin(used: UsedStyles, { sheet }: CssContext): string {
  const { styles } = sheet.theme
  if (styles.em.italic !== undefined) return ''
  const slanted = Object.entries(styles as Record<string, { italic?: boolean | undefined }>)
    .filter(([key, { italic }]) => italic === true && used.has(key))
    .flatMap(([key]) => {
      const [element = '', style] = key.split('.')
      const at = style === undefined ? '' : `.${style}`
      if (element === 'blockquote') return [`.quotation${at}>blockquote em`]
      return [`${element === 'p' ? 'p' : `.${element}`}${at} em`]
    })
  return cssRule(slanted.join(','), 'font-style:normal')
}

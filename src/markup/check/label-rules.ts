import { didYouMean } from '../../diagnostics/index.js'
import type { CallContext, TypedArgument, TypedCall } from './typed-call.js'

/** Checks the name of a label, of each if it may be one of several, and the arguments that fill it. */
export function checkLabel({ params: [key], named, node }: TypedCall, context: CallContext): void {
  const { locale, report } = context
  if (!key || !locale) return
  for (const name of namesOf(key)) {
    const placeholders = locale.labelPlaceholders(name)
    if (!placeholders) {
      const message = `the locale \`${locale.data.lang}\` has no label \`${name}\``
      report(key.node, 'unknown-label', message, didYouMean(name, locale.labelNames))
      continue
    }
    for (const missing of placeholders.needed)
      if (!named.has(missing))
        report(
          node,
          'invalid-argument',
          `the label \`${name}\` needs the argument \`${missing}\``,
          `write \`{{label "${name}" ${missing}=…}}\``,
        )
    if (typeof key.literal !== 'string') continue
    for (const [argument, { node: at }] of named)
      if (!placeholders.known.includes(argument))
        report(
          at,
          'invalid-argument',
          `the label \`${name}\` has no \`{${argument}}\``,
          didYouMean(argument, placeholders.known),
        )
  }
}

/** Checks that there is a heading for a name that is written out. */
export function checkHeading(
  { params: [name], named }: TypedCall,
  { locale, audience, report }: CallContext,
): void {
  if (typeof name?.literal !== 'string' || !locale || named.has('heading')) return
  const { literal, node } = name
  if (locale.sectionHeading(audience, literal) !== undefined || locale.label(literal) !== undefined) return
  report(
    node,
    'unknown-label',
    `the locale \`${locale.data.lang}\` has no heading \`${literal}\``,
    didYouMean(literal, locale.headingNames),
    'give it one with `heading="…"`',
  )
}

export function checkScale({ params: [, scale] }: TypedCall, { locale, report }: CallContext): void {
  if (typeof scale?.literal !== 'string' || !locale || locale.scaleNames.includes(scale.literal)) return
  const message = `there is no scale \`${scale.literal}\``
  report(scale.node, 'unknown-label', message, didYouMean(scale.literal, locale.scaleNames))
}

/** What a text that is written out is, or what a field may hold if that can be listed. */
function namesOf({ literal, type }: TypedArgument): readonly string[] {
  if (typeof literal === 'string') return [literal]
  return type.kind === 'text' ? (type.choices ?? []) : []
}

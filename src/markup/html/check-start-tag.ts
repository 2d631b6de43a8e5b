import type { Place, Report } from '../../diagnostics/index.js'
import { didYouMean } from '../../diagnostics/index.js'
import { elementDefinition, VOCABULARY } from './vocabulary.js'

/** Checks start tags against the vocabulary; each check returns whether to keep what it checked. */
export const checkStartTag = {
  element(name: string, place: Place, report: Report): boolean {
    if (elementDefinition(name)) return true
    report('unknown-element', place, `unknown element \`${name}\``, didYouMean(name, Object.keys(VOCABULARY)))
    return false
  },

  attribute(
    element: string,
    name: string,
    value: string,
    { namePlace, place }: { readonly namePlace: Place; readonly place: Place },
    report: Report,
  ): boolean {
    const known = elementDefinition(element)
    if (!known) return false
    if (name === 'class' && known.classes.length > 0) {
      if (known.classes.includes(value)) return true
      const hint = didYouMean(value, known.classes)
      report('unknown-class', place, `\`${element}\` has no class \`${value}\``, hint)
      return false
    }
    if (known.attributes.includes(name)) return true
    const names = known.classes.length > 0 ? ['class', ...known.attributes] : known.attributes
    const hint = didYouMean(name, names)
    report('unknown-attribute', namePlace, `\`${element}\` has no attribute \`${name}\``, hint)
    return false
  },
}

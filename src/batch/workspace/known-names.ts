import { didYouMean, type Place, type Report, SourceFile } from '../../diagnostics/index.js'

/** Reports audiences that were asked for and have no template, for callers that were not asked to check. */
export function reportUnknownAudiences(
  asked: readonly string[],
  known: readonly string[],
  report: Report,
): void {
  for (const name of new Set(asked))
    if (!known.includes(name))
      report(
        'unknown-audience',
        placeOfOption('audiences'),
        `unknown audience \`${name}\``,
        didYouMean(name, known),
      )
}

/** Reports an option that is none of those that there are; false if it is one. */
export function isUnknownOption(
  option: string,
  value: string | undefined,
  known: readonly string[],
  report: Report,
): boolean {
  if (value === undefined || known.includes(value)) return false
  const message = `unknown value \`${value}\` of \`${option}\``
  report('invalid-value', placeOfOption(option), message, didYouMean(value, known))
  return true
}

/** Reports an option that does nothing with the others. */
export function reportUselessOption(option: string, message: string, hint: string, report: Report): void {
  report('option-useless', placeOfOption(option), message, hint)
}

/** What a caller asked for stands in no file. */
export function placeOfOption(name: string): Place {
  return { file: new SourceFile(name, ''), range: { start: 0, end: 0 } }
}

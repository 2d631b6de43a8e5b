import { didYouMean, type Report, type SourceFile } from '../../diagnostics/index.js'
import type { Locale } from '../locale/locale.js'
import type { ReadMarkdown } from '../prose/inline-markdown.js'
import type { PartialReference } from './check-template.js'
import { type CompiledTemplate, compileTemplate } from './handlebars.js'

/** What templates can use: partials and locales, by their file names without extensions. */
export interface TemplateLibrary {
  readonly partials: ReadonlyMap<string, SourceFile>
  readonly locales: ReadonlyMap<string, Locale>
  /** What was read of texts, where it is kept for the next edition. */
  readonly markdown?: ReadMarkdown
}

/** Compiles the partials that a template uses, and those that they use in turn; reports what is wrong with any. */
export function linkPartials(
  template: CompiledTemplate,
  library: TemplateLibrary,
  report: Report,
): ReadonlyMap<string, CompiledTemplate> {
  const linked = new Map<string, CompiledTemplate>()
  /** How many partials each prints within one another, itself the first. */
  const heights = new Map<string, number>()
  const visit = (from: CompiledTemplate, open: readonly string[]): number => {
    for (const { code, place, message, hints } of from.findings) report(code, place, message, ...hints)
    let height = 0
    for (const reference of from.partialReferences) {
      const { name } = reference
      if (open.includes(name)) reportCycle(reference, report)
      const known = heights.get(name) ?? 0
      if (open.length + 1 + known > MAX_DEPTH) reportTooDeep(reference, report)
      height = Math.max(height, known)
      if (linked.has(name) || open.length >= MAX_DEPTH) continue
      const file = library.partials.get(name)
      if (!file) {
        reportUnknown(reference, library, report)
        continue
      }
      const partial = compileTemplate(file)
      linked.set(name, partial)
      const within = 1 + visit(partial, [...open, name])
      heights.set(name, within)
      height = Math.max(height, within)
    }
    return height
  }
  visit(template, [])
  return linked
}

/** Partials within partials. */
const MAX_DEPTH = 100

function reportTooDeep({ name, place }: PartialReference, report: Report): void {
  const message = `the partial \`${name}\` is in more than ${MAX_DEPTH} others`
  report('template-failed', place, message, 'print more of it in fewer partials')
}

function reportCycle({ name, place }: PartialReference, report: Report): void {
  report('template-failed', place, `the partial \`${name}\` prints itself without end`)
}

function reportUnknown({ name, place }: PartialReference, library: TemplateLibrary, report: Report): void {
  const hint = didYouMean(name, library.partials.keys())
  report('unknown-partial', place, `unknown partial \`${name}\``, hint)
}

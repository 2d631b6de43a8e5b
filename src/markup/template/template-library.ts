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
  const visit = (from: CompiledTemplate, open: readonly string[]): void => {
    for (const { code, place, message, hints } of from.findings) report(code, place, message, ...hints)
    for (const reference of from.partialReferences) {
      if (open.includes(reference.name)) reportCycle(reference, report)
      if (linked.has(reference.name)) continue
      const file = library.partials.get(reference.name)
      if (!file) {
        reportUnknown(reference, library, report)
        continue
      }
      const partial = compileTemplate(file)
      linked.set(reference.name, partial)
      visit(partial, [...open, reference.name])
    }
  }
  visit(template, [])
  return linked
}

function reportCycle({ name, place }: PartialReference, report: Report): void {
  report('template-failed', place, `the partial \`${name}\` prints itself without end`)
}

function reportUnknown({ name, place }: PartialReference, library: TemplateLibrary, report: Report): void {
  const hint = didYouMean(name, library.partials.keys())
  report('unknown-partial', place, `unknown partial \`${name}\``, hint)
}

import type { Report, SourceFile } from '../../diagnostics/index.js'
import { didYouMean } from '../../diagnostics/index.js'
import type { Locale } from '../locale/locale.js'
import type { PartialReference } from './check-template.js'
import { type CompiledTemplate, compileTemplate } from './handlebars.js'

/** What templates draw on: partials and locales by their file names, without endings. */
export interface TemplateLibrary {
  readonly partials: ReadonlyMap<string, SourceFile>
  readonly locales: ReadonlyMap<string, Locale>
}

/** Compiles the partials that a template prints, and those that they print; reports what is wrong with any. */
export function linkPartials(
  template: CompiledTemplate,
  library: TemplateLibrary,
  report: Report,
): ReadonlyMap<string, CompiledTemplate> {
  const linked = new Map<string, CompiledTemplate>()
  const visit = (from: CompiledTemplate, open: readonly string[]): void => {
    for (const { code, place, message, hints } of from.findings) report(code, place, message, ...hints)
    for (const use of from.partials) {
      if (open.includes(use.name)) reportCycle(use, report)
      if (linked.has(use.name)) continue
      const file = library.partials.get(use.name)
      if (!file) {
        reportUnknown(use, library, report)
        continue
      }
      const partial = compileTemplate(file)
      linked.set(use.name, partial)
      visit(partial, [...open, use.name])
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

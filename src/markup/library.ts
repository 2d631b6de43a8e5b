import type { Report, SourceFile } from '../diagnostics/index.js'
import { didYouMean } from '../diagnostics/index.js'
import { compileTemplate, type Template } from './handlebars.js'
import type { Locale } from './locale.js'
import type { PartialUse } from './template-check.js'

/** What templates draw on: partials and locales by their file names, without endings. */
export interface TemplateLibrary {
  readonly partials: ReadonlyMap<string, SourceFile>
  readonly locales: ReadonlyMap<string, Locale>
}

/** Compiles the partials that a template prints, and those that they print; reports what is wrong with any. */
export function linkPartials(
  template: Template,
  library: TemplateLibrary,
  report: Report,
): ReadonlyMap<string, Template> {
  const linked = new Map<string, Template>()
  const visit = (from: Template, open: readonly string[]): void => {
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

function reportCycle({ name, place }: PartialUse, report: Report): void {
  report('template-failed', place, `the partial \`${name}\` prints itself without end`)
}

function reportUnknown({ name, place }: PartialUse, library: TemplateLibrary, report: Report): void {
  const hint = didYouMean(name, library.partials.keys())
  report('unknown-partial', place, `unknown partial \`${name}\``, hint)
}

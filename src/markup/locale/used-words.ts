import type { SourceFile } from '../../diagnostics/index.js'

/** The words that the templates of a workspace ask for, as far as they are written out. */
export interface UsedWords {
  /** The arguments that each label is given somewhere. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>
  readonly sections: ReadonlySet<string>
  readonly scales: ReadonlySet<string>
  /** Whether a template asks for a label or a section by a name that is made up as it runs. */
  readonly isOpen: boolean
}

/** Collects the words that templates and partials ask for. */
export function usedWordsOf(files: Iterable<SourceFile>): UsedWords {
  const labels = new Map<string, Set<string>>()
  const sections = new Set<string>()
  const scales = new Set<string>()
  let isOpen = false
  const use = (label: string): Set<string> => {
    const known = labels.get(label) ?? new Set()
    labels.set(label, known)
    return known
  }
  for (const { text } of files) {
    for (const [, name = '', rest = ''] of text.matchAll(/\blabel\s+["']([^"']+)["']([^}]*)/g))
      for (const [, argument = ''] of [...rest.matchAll(/([\w-]+)\s*=/g), []]) use(name).add(argument)
    for (const [, name = ''] of text.matchAll(/\bheading\s*=\s*["']([^"']+)["']/g)) use(name)
    for (const [, name = ''] of text.matchAll(/\b(?:section|heading)\s+["']([^"']+)["']/g)) sections.add(name)
    for (const [, name = ''] of text.matchAll(/\bscale\s+\S+\s+["']([^"']+)["']/g)) scales.add(name)
    isOpen ||= /[{(#](?:section|heading|label)\s+(?!["']|status[\s})])/.test(text)
  }
  return { labels, sections, scales, isOpen }
}

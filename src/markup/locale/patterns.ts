/** The names that stand in braces in a pattern, each once; a date may have a phrase after its name: `{date:on}`. */
export function placeholdersOf(pattern: string): readonly string[] {
  return [...new Set([...pattern.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(match => match[1] ?? ''))]
}

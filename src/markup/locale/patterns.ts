/** The names that stand in braces in a pattern, each once. */
export function placeholdersOf(pattern: string): readonly string[] {
  return [...new Set([...pattern.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? ''))]
}

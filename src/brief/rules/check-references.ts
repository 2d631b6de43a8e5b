import type { DiagnosticCode } from '../../diagnostics/index.js'
import { nodePlace } from '../read/read-context.js'
import { shorten } from '../shorten.js'
import type { BriefRule } from './rules.js'

/** What refers to an actor, a source or an audience must name one that there is. */
export const checkReferences: BriefRule = (reading, ids) => {
  const kinds: readonly ReferenceKind[] = [
    { role: 'actors', noun: 'actor', code: 'unknown-actor', names: new Set(ids.actors.keys()) },
    { role: 'sources', noun: 'source', code: 'unknown-source', names: new Set(ids.sources.keys()) },
    { role: 'audiences', noun: 'audience', code: 'unknown-audience', names: new Set(reading.audiences) },
  ]
  for (const { role, noun, code, names } of kinds) {
    const listed = [...names]
    for (const leaf of reading.texts) {
      if (leaf.role !== role || names.has(leaf.text)) continue
      const hint = reading.suggestions.hint(leaf.text, listed, `${noun}s`)
      reading.report(code, nodePlace(leaf.scalar, reading), `unknown ${noun} \`${shorten(leaf.text)}\``, hint)
    }
  }
}

interface ReferenceKind {
  readonly role: 'actors' | 'sources' | 'audiences'
  readonly noun: string
  readonly code: DiagnosticCode
  readonly names: ReadonlySet<string>
}

import { present } from '../../diagnostics/index.js'
import type { Sentence } from '../language/tagged-words.js'
import { AliasClusters } from './alias-clusters.js'
import { classify, classifyCoordinated } from './classify.js'
import type { EntityIndex, EntityMention } from './entity.js'
import { findNameSpans, type NameSpan } from './name-spans.js'
import { rolesOfMention } from './roles-of-mention.js'

/**
 * Clusters the names of an article by the entity that they name: full names first, then surnames, initialisms and given
 * names alone.
 */
export function findEntities(sentences: readonly Sentence[]): EntityIndex {
  const names = findNameSpans(sentences)
  const clusters = new AliasClusters()
  const fullNames = names.filter(({ words }) => words.length > 1)
  for (const name of fullNames.toSorted((a, b) => b.words.length - a.words.length)) clusters.addFullName(name)
  for (const [index, name] of names.entries())
    if (isBracketedAbbreviation(name)) clusters.addAbbreviation(name, names[index - 1])
  const mentions = names.filter(name => !isBracketedAbbreviation(name)).map(name => clusters.addMention(name))
  const byWord = new Map<number, EntityMention>()
  for (const mention of mentions)
    for (const word of mention.sentence.words.slice(mention.firstWithTitle, mention.last + 1))
      byWord.set(word.start, mention)
  for (const mention of mentions)
    mention.entity.roles.push(...rolesOfMention(mention, word => byWord.get(word.start)))
  for (const entity of clusters.entities) classify(entity)
  classifyCoordinated(mentions)
  return { all: clusters.entities, sentences, mentions, mentionAt: word => byWord.get(word.start) }
}

/** An initialism in brackets after the name that it stands for: `(WHF)`. */
function isBracketedAbbreviation({ sentence, first, last, words }: NameSpan): boolean {
  return (
    words.length === 1 &&
    /^\p{Lu}{2,}s?$/u.test(present(words[0], 'word of a name')) &&
    sentence.words[first - 1]?.text === '(' &&
    sentence.words[last + 1]?.text === ')'
  )
}

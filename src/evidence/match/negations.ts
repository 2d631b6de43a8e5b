/** Words that turn a sentence into its opposite, by language; words that mean something else in another language count only in their own. */
const NEGATIONS: Readonly<Record<string, readonly string[]>> = {
  en: splitWords(
    'not no never neither nor none nobody nothing nowhere without unless hardly scarcely barely cannot rarely seldom',
  ),
  es: splitWords('no nunca jamás ni sin tampoco nadie nada ninguno ninguna ningún apenas'),
  fr: splitWords('ne pas jamais sans ni aucun aucune rien guère nullement non'),
  de: splitWords(
    'nicht nie niemals ohne weder nichts niemand nirgends kaum kein keine keinen keinem keiner keines',
  ),
  it: splitWords('non mai né senza nessuno nessuna nessun niente nulla neanche nemmeno'),
  pt: splitWords('não nunca jamais nem sem ninguém nada nenhum nenhuma'),
}
const AMBIGUOUS_NEGATIONS = new Set(splitWords('sin ne pas rien mai nulla sem nada ni non aucun'))

/** Whether a word (by its key) negates, in a text of that language (BCP 47). */
export function isNegation(key: string, lang: string): boolean {
  if (/n't$/.test(key)) return true
  if (/^n'\p{L}/u.test(key) && lang.startsWith('fr')) return true
  const own = lang.split('-')[0] ?? ''
  if (NEGATIONS[own]?.includes(key)) return true
  return ALL_NEGATIONS.has(key) && !AMBIGUOUS_NEGATIONS.has(key)
}

const ALL_NEGATIONS = new Set(Object.values(NEGATIONS).flat())

function splitWords(list: string): string[] {
  return list.split(' ')
}

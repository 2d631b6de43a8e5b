import type { Brief, FieldPath } from '../../brief/index.js'

/** Names a field for the lock file: `quotes.ID` for a quotation with an id, else a path such as `key_facts[2].fact`. */
export function lockFieldName(brief: Brief, path: FieldPath): string {
  const [list, index] = path
  if (list === 'quotes' && typeof index === 'number') {
    const id = brief.data.quotes?.[index]?.id
    const rest = path.slice(2).filter(key => key !== 'text')
    return [id === undefined ? `quotes[${index}]` : `quotes.${id}`, ...rest].join('.')
  }
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : at > 0 ? `.${key}` : key)).join('')
}

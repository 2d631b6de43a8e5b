import { writeYaml, type YamlComment } from '../../brief/index.js'
import { type DraftField, isDraftList } from './draft-field.js'

/** Writes a draft as a document for a person: what is to be done stands in comments that begin with `review:`. */
export function draftToYaml(parts: readonly DraftField[], articlePath: string): string {
  const comments: YamlComment[] = []
  for (const { key, value, review, remark } of parts) {
    if (review !== undefined) comments.push({ path: [key], text: `review: ${review}`, position: 'above' })
    if (remark !== undefined) comments.push({ path: [key], text: remark, position: 'beside' })
    if (!isDraftList(value)) continue
    for (const [index, item] of value.entries()) {
      if (item.review !== undefined)
        comments.push({ path: [key, index], text: `review: ${item.review}`, position: 'above' })
      for (const [field, text] of Object.entries(item.remarks ?? {}))
        comments.push({ path: [key, index, field], text, position: 'beside' })
    }
  }
  const data = Object.fromEntries(
    parts.map(({ key, value }) => [key, isDraftList(value) ? value.map(({ fields }) => fields) : value]),
  )
  return writeYaml(data, comments, yamlHeader(articlePath))
}

function yamlHeader(articlePath: string): string {
  return `yaml-language-server: $schema=brief.schema.json

A first draft, made by rules from ${articlePath.replace(/[\p{Cc}\p{Cf}]/gu, ' ')}. Nobody has read it yet: all sentences
are the article's own, chosen by their form. Comments that begin with "review" say what is left to do;
\`briefwright check\` lists them until they are deleted.`
}

/** What each example begins with. */
export const DAM_BRIEF = 'title: The dam at Orle\nas_of: 2025-03-10\n'

export const DAM_ARTICLE = `“We will raise the dam if the valley agrees, and not before,” said Ines Vela, the mayor, on Monday.

“Who pays for it?” asked Tomas Brandt, a farmer.

The works would take two summers and cost forty million, according to the ministry’s own paper.
`

export const DAM_SOURCE = `actors:
  - {id: vela, name: Ines Vela}
  - {id: brandt, name: Tomas Brandt}
sources:
  - {id: courier, type: article-newspaper, title: Mayor speaks, issued: 2025-03-03, text: courier.txt}
`

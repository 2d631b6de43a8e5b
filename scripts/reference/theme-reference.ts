import { readFileSync } from 'node:fs'
import { themeSchema } from '../../src/typeset/theme/theme.js'
import { docComments } from './doc-comments.js'
import {
  code,
  fallbackOf,
  kindOfSetting,
  oneOfTexts,
  type SettingsNode,
  unwrapped,
} from './settings-schema.js'
import { settingsTable } from './settings-table.js'

const SOURCE = new URL('../../src/typeset/theme/theme.ts', import.meta.url)

/** docs/theme-reference.md: each setting of a theme, and of styles by what they may set. */
export function themeReference(note: string): string {
  const comments = docComments(readFileSync(SOURCE, 'utf8'))
  const describe = (path: readonly string[]) => comments(['themeSchema', ...path])
  const styles: Styles = themeSchema.entries.styles.entries
  return `# Settings of themes

${note}

A file \`templates/themes/NAME.yaml\` is a [theme](templates.md#themes). One that says \`extends: default\` needs only what differs. What is required within
optional settings is so where these are given. The package’s own themes are examples: \`briefwright audiences --eject themes/default\`.

## The document

${settingsTable(themeSchema.entries, { describe, closed: new Set(['styles']) })}

## Styles

\`styles\` holds one entry for each element, and for each class of one: \`aside.box\` is for \`<aside class="box">\`, and what it leaves out is as \`aside\` has it. Lengths
are multiples of the type size of the audience where nothing else is said. A style may leave out what is not required.

### Text

${settingsTable(TEXT, { describe: path => describe(['styles', 'p', ...path]) })}

${[...groups(styles).values()].map(names => styleGroup(names, styles, describe)).join('\n\n')}
`
}

type Styles = Readonly<Record<string, SettingsNode>>

/** The names of styles that may set the same. */
function groups(styles: Styles): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, schema] of Object.entries(styles)) {
    const settings = Object.entries(unwrapped(schema).entries ?? {})
    const kinds = settings.map(([key, setting]) => `${key}: ${kindOfSetting(setting)}`).join('\n')
    found.set(kinds, [...(found.get(kinds) ?? []), name])
  }
  return found
}

/** Settings of type, which most styles have: those of the style of list heads and running lines, which have no others. */
const TEXT: Styles = themeSchema.entries.styles.entries.th.entries

function styleGroup(
  names: readonly string[],
  styles: Styles,
  describe: (path: readonly string[]) => string,
): string {
  const [first = ''] = names
  const entries = unwrapped(styles[first] as SettingsNode).entries ?? {}
  const ofText = Object.keys(TEXT).every(key => key in entries)
  const own = Object.fromEntries(Object.entries(entries).filter(([key]) => !(ofText && key in TEXT)))
  const table = settingsTable(own, { describe: path => describe(['styles', first, ...path]) })
  const parts = [
    `### ${oneOfTexts(names)}`,
    ofText ? 'All that is said under [Text](#text).' : '',
    Object.keys(own).length > 0 ? table : '',
  ]
  const without = names.flatMap(name => {
    const fallback = fallbackOf(styles[name] as SettingsNode)
    return fallback === '' ? [] : [`${code(name)} is ${fallback} if left out.`]
  })
  return [...parts, ...without].filter(part => part !== '').join('\n\n')
}

import type { Helper } from '../rendering.js'
import { FLOW } from './flow.js'
import { LISTS } from './lists.js'
import { LOGIC } from './logic.js'
import { SECTIONS } from './sections.js'
import { SOURCES } from './sources.js'
import { TEXTS } from './texts.js'
import { WORDS } from './words.js'

/** All that a template can call: nothing of Handlebars' own is left besides. */
export const HELPERS: readonly Helper[] = [
  ...FLOW,
  ...SECTIONS,
  ...TEXTS,
  ...WORDS,
  ...SOURCES,
  ...LISTS,
  ...LOGIC,
]

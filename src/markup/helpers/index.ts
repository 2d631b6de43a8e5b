import type { Helper } from '../prose/render-context.js'
import { CONTROL_FLOW_HELPERS } from './control-flow.js'
import { LIST_HELPERS } from './lists.js'
import { LOCALE_HELPERS } from './locale.js'
import { LOGIC_HELPERS } from './logic.js'
import { SECTION_HELPERS } from './sections.js'
import { SOURCE_HELPERS } from './sources.js'
import { TEXT_HELPERS } from './texts.js'

/** All that a template can call: nothing of Handlebars' own is left besides. */
export const HELPERS: readonly Helper[] = [
  ...CONTROL_FLOW_HELPERS,
  ...SECTION_HELPERS,
  ...TEXT_HELPERS,
  ...LOCALE_HELPERS,
  ...SOURCE_HELPERS,
  ...LIST_HELPERS,
  ...LOGIC_HELPERS,
]

import type { Theme } from './theme.js'

type Styles = Theme['styles']

export type TextSettings = Styles['th']
export type BoxSettings = Styles['aside']
export type ListSettings = Styles['ul']
export type DefinitionSettings = Styles['dl']
export type TableSettings = Styles['table']
/** How heavy a line is: one of the three that a theme has. */
export type RuleWeight = NonNullable<Styles['hr']['line_weight']>

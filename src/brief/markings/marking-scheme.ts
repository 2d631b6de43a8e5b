import * as v from 'valibot'
import type { Report, SourceFile } from '../../diagnostics/index.js'
import { isLanguageTag } from '../notation/language-tag.js'
import { checkSettings } from '../settings/check-settings.js'
import type { SettingsProblem } from '../settings/describe-issue.js'
import { readSettings, type SettingsReport } from '../settings/read-settings.js'
import { contrastOf } from './contrast.js'
import { wordsOfLabel } from './label-words.js'

const label = v.pipe(
  v.string(),
  v.check(text => wordsOfLabel(text) !== '', 'expected a label with letters or digits'),
)
const words = v.pipe(
  v.string(),
  v.check(text => text.trim() !== '', 'expected words'),
)
const colour = v.pipe(
  v.string(),
  v.regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as `"#c8102e"`, in quotation marks'),
)
const aliases = v.optional(v.array(label), [])

/** A file of `templates/markings/`. */
export const schemeSchema = v.object({
  /** The name of the scheme. */
  title: v.optional(words),
  /** Where its rules are published. */
  source: v.optional(words),
  /** The language that its labels are in; that of the document if left out. */
  lang: v.optional(v.pipe(v.string(), v.check(isLanguageTag, 'expected a language tag such as `en`'))),
  /** On which edge of a page the marking stands. */
  position: v.optional(v.picklist(['top', 'bottom', 'both']), 'both'),
  /** Where on that edge. */
  align: v.optional(v.picklist(['left', 'center', 'right']), 'center'),
  /** Points; the least size of the marking. */
  size: v.optional(v.pipe(v.number(), v.minValue(6), v.maxValue(24)), 10),
  /** Which items bear a portion mark: none, those that have a marking of their own, or all. */
  portion_marks: v.optional(v.picklist(['none', 'marked', 'all']), 'none'),
  /** What stands between a level and its caveats, between groups of caveats, and between caveats of a group. */
  separators: v.optional(v.object({ level: v.string(), group: v.string(), caveat: v.string() }), {
    level: ' ',
    group: ' ',
    caveat: ' ',
  }),
  /** From the least restricted to the most. */
  levels: v.pipe(
    v.array(
      v.object({
        /** As it is printed, and as briefs write it in any case and punctuation. */
        label,
        /** The mark of an item, printed in brackets; the label if left out. */
        portion: v.optional(words),
        /** What briefs may write in place of the label. */
        aliases,
        /** Of the banner: its words, and the ground behind them; without a ground they stand on the page. */
        colours: v.optional(v.object({ text: colour, ground: v.optional(colour) }), { text: '#000000' }),
      }),
    ),
    v.check(levels => levels.length > 0, 'expected at least one level'),
  ),
  /** Restrictions that may follow a level, in the order in which they are printed. */
  caveats: v.optional(
    v.array(
      v.object({
        label,
        /** Its mark in that of an item; the label if left out. */
        portion: v.optional(words),
        /** Caveats of the same group stand together. */
        group: v.optional(v.string(), ''),
        aliases,
      }),
    ),
    [],
  ),
})

/** A scheme of ordered markings, with its caveats and how both are printed. */
export interface MarkingScheme extends v.InferOutput<typeof schemeSchema> {
  /** The name of its file, without its ending. */
  readonly name: string
}

/** The lowest contrast of words against their ground (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5
const PAPER = '#ffffff'

/** Reads a scheme; what is wrong with it is reported at its own place. `name` is that of its file, without its ending. */
export function parseMarkingScheme(
  file: SourceFile,
  name: string,
  report: Report,
): MarkingScheme | undefined {
  const fault: SettingsReport = (place, ...finding) => report('marking-scheme-invalid', place, ...finding)
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    const hint = 'use lower-case letters, digits and hyphens, as in `acme-2`'
    fault({ file, range: { start: 0, end: 0 } }, `\`${name}\` cannot name a marking scheme`, hint)
    return undefined
  }
  const settings = readSettings(file, fault)
  const values = settings && checkSettings(schemeSchema, settings, fault)
  if (!values) return undefined
  const problems = [...repeatedLabels(values), ...repeatedPortions(values), ...unreadableColours(values)]
  for (const { path, message, hint } of problems) fault(settings.place(path), message, hint)
  return problems.length === 0 ? { ...values, name } : undefined
}

type SchemeValues = v.InferOutput<typeof schemeSchema>

/** Two labels that differ in case or punctuation alone could not be told apart. */
function repeatedLabels({ levels, caveats }: SchemeValues): SettingsProblem[] {
  const taken = new Set<string>()
  return [...labelsIn('levels', levels), ...labelsIn('caveats', caveats)].flatMap(({ path, text }) => {
    const key = wordsOfLabel(text)
    if (!taken.has(key)) {
      taken.add(key)
      return []
    }
    return [{ path, message: `the label \`${text}\` appears twice`, hint: 'remove one of the two' }]
  })
}

function labelsIn(
  field: string,
  entries: readonly { readonly label: string; readonly aliases: readonly string[] }[],
): { readonly path: SettingsProblem['path']; readonly text: string }[] {
  return entries.flatMap((entry, index) => [
    { path: [field, index, 'label'], text: entry.label },
    ...entry.aliases.map((text, at) => ({ path: [field, index, 'aliases', at], text })),
  ])
}

/** A portion mark that two levels share would say neither. */
function repeatedPortions({ levels }: SchemeValues): SettingsProblem[] {
  const marks = levels.map(({ label, portion = label }) => portion)
  return marks.flatMap((mark, index) =>
    marks.indexOf(mark) === index
      ? []
      : [{ path: ['levels', index, 'portion'], message: `the portion mark \`${mark}\` appears twice` }],
  )
}

function unreadableColours({ levels }: SchemeValues): SettingsProblem[] {
  return levels.flatMap(({ label, colours: { text, ground = PAPER } }, index) => {
    const contrast = contrastOf(text, ground)
    if (contrast >= LEAST_CONTRAST) return []
    const message = `the colours of \`${label}\` have a contrast of ${contrast.toFixed(1)}:1, less than ${LEAST_CONTRAST}:1`
    return [{ path: ['levels', index, 'colours', 'text'], message, hint: 'choose a darker or a lighter one' }]
  })
}

import { shorten } from '../../diagnostics/index.js'
import type { ValueShape } from '../schema/shape.js'
import { commentAfter, type LostComment } from '../yaml/lost-comment.js'
import { quoteHint } from '../yaml/quote-hint.js'
import { runTogether } from '../yaml/run-together.js'
import type { YamlNode, YamlScalar } from '../yaml/tree.js'
import { fieldLabel, nodePlace, type ReadContext, type TextValue } from './read-context.js'

/** Fields whose texts have a form that holds no blank: what follows the blank is a comment. */
const NO_BLANKS: ReadonlySet<unknown> = new Set(['id', 'actors', 'sources', 'audiences', 'date', 'language'])

/** Reports what of an unquoted text YAML takes for a comment, and lines that it joins to the text though they look like items. */
export function reportLostText(
  scalar: YamlScalar,
  role: TextValue['role'],
  path: TextValue['path'],
  context: ReadContext,
): void {
  const { file, report } = context
  // Marks of lists in folded prose are found with all others of Markdown.
  const isFolded = role === 'prose' && file.text[scalar.range.start] === '>'
  const joined = isFolded ? undefined : runTogether(scalar, file.text)
  if (joined)
    report(
      'yaml-dash',
      { file, range: joined.range },
      `the dash begins no item: YAML joins the line to the text of ${fieldLabel(path)} above it`,
      joined.hint,
    )
  if (NO_BLANKS.has(role) || path.at(-1) === 'url') return
  const comment = commentAfter(scalar, file.text)
  if (!comment) return
  const whole = file.text.slice(scalar.range.start, comment.range.end)
  reportComment(
    comment,
    `\`${shorten(comment.text)}\` is a comment to YAML, not a part of ${fieldLabel(path)}`,
    whole,
    context,
  )
}

/** The comment in the place of a text that is missing, where the shape asks for text. */
export function commentInPlaceOf(
  value: YamlNode,
  shape: ValueShape,
  context: ReadContext,
): LostComment | undefined {
  if (value.kind !== 'scalar' || !takesText(shape)) return undefined
  return commentAfter(value, context.file.text)
}

/** Reports a text that is missing since YAML takes the whole of it for a comment. */
export function reportLostWhole(comment: LostComment, path: TextValue['path'], context: ReadContext): void {
  reportComment(comment, lostWhole(comment, `${fieldLabel(path)} is empty`), comment.text, context)
}

/** Why a text is missing. */
export function lostWhole({ text }: LostComment, fault: string): string {
  return `${fault}: \`${shorten(text)}\` is a comment to YAML`
}

/** What to do about a text that begins with `#`. */
export function lostWholeHint({ text }: LostComment): string {
  return quoteHint(text)
}

/** What to say of a value that YAML takes for nothing though a word stands there. */
export function nullHint(value: YamlNode): string | undefined {
  if (value.kind !== 'scalar' || !/^null$/i.test(value.text)) return undefined
  return `put \`${value.text}\` in quotes if it is the text: without them YAML takes it for nothing`
}

function reportComment(comment: LostComment, message: string, whole: string, context: ReadContext): void {
  const place = { ...nodePlace({ kind: 'unread', range: comment.range }, context) }
  context.report(
    'yaml-comment',
    place,
    message,
    quoteHint(whole),
    'write a blank after the `#` if it is a comment',
  )
}

function takesText(shape: ValueShape): boolean {
  if (shape.kind === 'prose') return true
  if (shape.kind === 'text') return shape.choices === undefined && !NO_BLANKS.has(shape.role)
  if (shape.kind === 'list') return shape.single && takesText(shape.of)
  return shape.kind === 'fields' && shape.short?.main !== undefined
}

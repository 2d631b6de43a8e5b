import type { Report } from '../../diagnostics/index.js'
import { fillPlaceholders, PLACEHOLDER_MARKS, type ProseText, placeholderText } from '../../edition/index.js'
import { escapeHtml } from '../html/safe-html.js'
import { removeControlCharacters } from '../html/source-map.js'
import { normalizeHref } from './inline-markdown.js'
import { printValue } from './print-value.js'
import type { RenderContext } from './render-context.js'

/** Puts the words of a recipient into printed prose, after its Markdown was read: nothing of them can act as Markdown. */
export function fillPlaceholdersInHtml(
  html: string,
  { placeholders }: ProseText,
  rendering: RenderContext,
): string {
  return fillPlaceholders(html, placeholders, placeholder => {
    const { words } = placeholder
    if (!words) return escapeHtml(placeholderText(placeholder))
    return words.text === '' ? '' : printValue(words, rendering).html
  })
}

/** Puts the words of a recipient into words without markup. */
export function fillPlaceholdersInText(words: string, { placeholders }: ProseText): string {
  return fillPlaceholders(words, placeholders, placeholder =>
    removeControlCharacters(placeholderText(placeholder)),
  )
}

/** Puts the words of a recipient into an address: what it begins with is an address itself, what follows a part of it. */
export function fillPlaceholdersInHref(href: string, { placeholders }: ProseText): string {
  let isBeginning = href.startsWith(PLACEHOLDER_MARKS.open)
  const filled = fillPlaceholders(href, placeholders, ({ words }) => {
    const value = (words?.text ?? '').replace(/\p{Cs}/gu, '\ufffd').trim()
    const part = isBeginning ? value : encodeURIComponent(value).replaceAll('%40', '@')
    isBeginning = false
    return part
  })
  return normalizeHref(filled)
}

/** Reports what a text that is printed lacks: words of the recipient, so that it has braces or a hole, or a wording. */
export function reportMissingContent({ place, placeholders, untranslated }: ProseText, report: Report): void {
  if (untranslated) {
    const { field, lang, wanted } = untranslated
    const message = `\`${field}\` has no wording in \`${wanted}\`, and is printed in \`${lang}\``
    report('wording-missing', untranslated.place, message, `add a wording \`${wanted}: …\``)
  }
  for (const placeholder of placeholders) {
    const { field, row, words } = placeholder
    if (words) {
      if (words.text.trim() === '')
        report(
          'recipient-field-empty',
          words.place,
          `\`${field}\` is empty, and \`${place.file.path}\` prints it`,
        )
    } else if (row)
      report(
        'recipient-column',
        row,
        `the column \`${field}\` is missing, and \`${place.file.path}\` asks for it`,
        'add the column, or give the audience another wording',
      )
    else
      report(
        'recipient-absent',
        placeholder.place,
        `there is no recipient to fill in \`${placeholderText(placeholder)}\``,
        'build with `--data`, or give the audience another wording',
      )
  }
}

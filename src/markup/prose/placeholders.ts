import { escapeHtml, type Report } from '../../diagnostics/index.js'
import { fillPlaceholders, PLACEHOLDER_MARKS, type ProseText, placeholderText } from '../../edition/index.js'
import { removeControlCharacters } from '../html/source-map.js'
import { normalizeHref } from './inline-markdown.js'
import { printVerbatim, type RenderContext } from './print-text.js'

/** Fills a recipient's words into printed prose, after its Markdown was read, so that none of them can act as Markdown. */
export function fillPlaceholdersInHtml(
  html: string,
  { placeholders }: ProseText,
  context: RenderContext,
): string {
  return fillPlaceholders(html, placeholders, placeholder => {
    const { words } = placeholder
    if (!words) return escapeHtml(placeholderText(placeholder))
    return words.text === '' ? '' : printVerbatim(words, context).html
  })
}

/** Fills a recipient's words into text without markup. */
export function fillPlaceholdersInText(text: string, { placeholders }: ProseText): string {
  return fillPlaceholders(text, placeholders, placeholder =>
    removeControlCharacters(placeholderText(placeholder)),
  )
}

/** Fills a recipient's words into an address: one at its beginning is an address itself, any other a component of it. */
export function fillPlaceholdersInHref(href: string, { placeholders }: ProseText): string {
  let isBeginning = href.startsWith(PLACEHOLDER_MARKS.open)
  const filled = fillPlaceholders(href, placeholders, ({ words }) => {
    const value = words ? words.text.replace(/\p{Cs}/gu, '\ufffd').trim() : ''
    const component = isBeginning ? value : encodeURIComponent(value).replaceAll('%40', '@')
    isBeginning = false
    return component
  })
  return normalizeHref(filled)
}

/** Reports what is missing from a text that is printed: a wording in the language of the edition, or words of the recipient. */
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

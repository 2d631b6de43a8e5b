import type { Report } from '../diagnostics/index.js'
import { asItReads, fillMarks, MARKS, type Text } from '../edition/index.js'
import { escapeHtml } from './html.js'
import { printedLink } from './markdown.js'
import { withoutControls } from './origins.js'
import { printValue } from './print.js'
import type { Rendering } from './rendering.js'

/** Puts the words of a recipient into printed prose, after its Markdown was read: nothing of them can act as Markdown. */
export function fillHtml(html: string, { placeholders }: Text, rendering: Rendering): string {
  return fillMarks(html, placeholders, placeholder => {
    const { words } = placeholder
    if (!words) return escapeHtml(asItReads(placeholder))
    return words.text === '' ? '' : printValue(words, rendering).html
  })
}

/** Puts the words of a recipient into words without markup. */
export function fillWords(words: string, { placeholders }: Text): string {
  return fillMarks(words, placeholders, placeholder => withoutControls(asItReads(placeholder)))
}

/** Puts the words of a recipient into an address: what it begins with is an address itself, what follows a part of it. */
export function fillHref(href: string, { placeholders }: Text): string {
  let isBeginning = href.startsWith(MARKS.open)
  const filled = fillMarks(href, placeholders, ({ words }) => {
    const value = (words?.text ?? '').replace(/\p{Cs}/gu, '\ufffd').trim()
    const part = isBeginning ? value : encodeURIComponent(value).replaceAll('%40', '@')
    isBeginning = false
    return part
  })
  return printedLink(filled)
}

/** Reports what a text that is printed lacks: words of the recipient, so that it has braces or a hole, or a wording. */
export function reportLacks({ place, placeholders, untranslated }: Text, report: Report): void {
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
        `there is no recipient to fill in \`${asItReads(placeholder)}\``,
        'build with `--data`, or give the audience another wording',
      )
  }
}

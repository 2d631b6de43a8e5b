import type { DraftEvent, DraftFacts, ExtractedSentence } from '../facts/find-facts.js'
import type { DraftField, DraftListItem } from './draft-field.js'
import { escapeMarkdown } from './escape.js'

/** What gives the number of the paragraph (from 1) that an offset of the article lies in. */
export type ParagraphNumberAt = (offset: number) => number

/** `issue`, `bottom_line` and `background`: the article's sentences, each with its citation, to be put in other words. */
export function draftProseFields(facts: DraftFacts, paragraphAt: ParagraphNumberAt): DraftField[] {
  const prose = (key: string, taken: readonly ExtractedSentence[], review: string): DraftField[] =>
    taken.length === 0
      ? []
      : [
          {
            key,
            value: taken.map(one => citedSentence(one, paragraphAt)).join(' '),
            review,
            at: taken.map(({ start, end }) => ({ start, end })),
          },
        ]
  return [
    ...prose(
      'issue',
      facts.issue ? [facts.issue] : [],
      'the article’s words. Put the question in one or two sentences of your own',
    ),
    ...prose(
      'bottom_line',
      facts.bottomLine,
      'the article’s words. Give the answer in at most four lines of your own',
    ),
    ...prose('background', facts.background, 'the article’s words. Tell the context in your own'),
  ]
}

function citedSentence({ text, start }: ExtractedSentence, paragraphAt: ParagraphNumberAt): string {
  const [, words = '', stop = ''] = /^(.*?)([.?!]?)$/su.exec(text) ?? []
  return `${escapeMarkdown(words)} [@article, para. ${paragraphAt(start)}]${stop}`
}

/** A list of sentences under the field that holds them, with what made each a candidate. */
export function sentenceListItems(
  field: string,
  taken: readonly ExtractedSentence[],
  paragraphAt: ParagraphNumberAt,
): DraftListItem[] {
  return taken.map(one => ({
    fields: { [field]: escapeMarkdown(one.text), cite: `@article, para. ${paragraphAt(one.start)}` },
    comments: { cite: one.reason },
    at: [{ start: one.start, end: one.end }],
  }))
}

/** Events under the dates that are known, or in the article's words. */
export function eventListItems(
  events: readonly DraftEvent[],
  paragraphAt: ParagraphNumberAt,
): DraftListItem[] {
  return events.map(event => ({
    fields: {
      ...(event.date !== undefined && { date: event.date }),
      ...(event.when !== undefined && { when: escapeMarkdown(event.when) }),
      event: escapeMarkdown(event.text),
      cite: `@article, para. ${paragraphAt(event.start)}`,
    },
    ...(event.date !== undefined && { comments: { date: `“${event.reason}”` } }),
    at: [{ start: event.start, end: event.end }],
  }))
}

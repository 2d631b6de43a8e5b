import type { Place } from '../../diagnostics/index.js'
import {
  type Inline,
  type Link,
  type Note,
  type Reference,
  type Span,
  separatedTexts,
} from '../../markup/index.js'
import type { FootNote, TextRun } from '../nodes/paragraph.js'
import { StructureElement } from '../nodes/structure-element.js'
import { attachMarks } from '../text/attach-marks.js'
import { withBidiLevels } from '../text/bidi-levels.js'
import { bidiIsolate, type IsolatedRun } from '../text/bidi-text.js'
import { isCursive, unformattedText, withAddressBreaks } from '../text/characters.js'
import { directionOf } from '../text/direction.js'
import type { FontFallback } from '../text/font-fallback.js'
import type { TextSettings } from '../theme/style-settings.js'
import type { StyleSheet, TextStyle } from '../theme/style-sheet.js'
import {
  callDestination,
  type DocumentIndex,
  headingDestination,
  mentionDestination,
  noteDestination,
  sourceDestination,
} from './document-index.js'
import { addInlineElement, type InlineContext, raisedSize, superscriptShift } from './inline-context.js'
import { partsAtTerms } from './term-mentions.js'

/** Turns inlines into runs, each in one font and style, with one link target at most. */
export class InlineComposer {
  constructor(
    private readonly sheet: StyleSheet,
    private readonly fallback: FontFallback,
    private readonly lang: string,
    private readonly index: Pick<DocumentIndex, 'destinations' | 'mentionedTerms'>,
  ) {}

  /** The runs of a paragraph. If its direction is opposite to the page's, it is aligned at the right. */
  runs(
    inlines: readonly Inline[],
    textStyle: TextStyle,
    around: Partial<InlineContext> & Pick<InlineContext, 'element'>,
  ): TextRun[] {
    const full: InlineContext = {
      lang: this.lang,
      align: 'left',
      baselineShift: 0,
      background: undefined,
      underline: false,
      url: undefined,
      goto: undefined,
      anchors: [],
      pageOf: undefined,
      isolates: [],
      ...around,
    }
    const direction = full.isOfFigures ? 'ltr' : directionOf(full.lang)
    const runs = withBidiLevels(this.#all(attachMarks(inlines), textStyle, full), direction)
    return this.isAgainstPage(full.lang) && full.align === 'left'
      ? runs.map(run => ({ ...run, align: 'right' }))
      : runs
  }

  /** Whether pages run from right to left: they are set as if they ran the other way, and mirrored. */
  get isMirrored(): boolean {
    return directionOf(this.lang) === 'rtl'
  }

  /** Whether a passage is written against the direction of the page. */
  isAgainstPage(lang: string): boolean {
    return directionOf(lang) !== directionOf(this.lang)
  }

  /** Words that are not in the document, such as a number or a marker. */
  words(
    text: string,
    place: Place,
    textStyle: TextStyle,
    around: Partial<InlineContext> & Pick<InlineContext, 'element'>,
  ): TextRun[] {
    return this.runs(separatedTexts(text, place), textStyle, around)
  }

  #all(inlines: readonly Inline[], textStyle: TextStyle, around: InlineContext): IsolatedRun[] {
    return inlines.flatMap(inline => this.#inline(inline, textStyle, around))
  }

  #inline(inline: Inline, textStyle: TextStyle, around: InlineContext): IsolatedRun[] {
    const style = (name: Parameters<StyleSheet['style']>[0]) =>
      this.sheet.textStyle(this.sheet.style(name) as TextSettings, textStyle)
    switch (inline.kind) {
      case 'text':
        return partsAtTerms(inline, this.index.mentionedTerms, around).flatMap(part =>
          this.#text(part.text, inline.place, textStyle, part.around),
        )
      case 'strong':
        return this.#all(inline.children, style('strong'), around)
      case 'emphasis':
        return this.#all(inline.children, this.sheet.emphasised(textStyle), around)
      case 'superscript':
        return this.#all(inline.children, this.#raised(textStyle), {
          ...around,
          baselineShift: superscriptShift(textStyle),
        })
      case 'link':
        return this.#link(inline, style('a'), around)
      case 'reference':
        return this.#reference(inline, textStyle, around)
      case 'note':
        return this.#note(inline, textStyle, around)
      case 'span':
        return this.#span(inline, textStyle, around)
      case 'break':
        return [this.#run('\n', textStyle.family, inline.place, textStyle, around)]
    }
  }

  #text(text: string, place: Place, textStyle: TextStyle, around: InlineContext): IsolatedRun[] {
    return this.fallback
      .split(text, textStyle, around.lang, place)
      .map(piece => this.#run(withAddressBreaks(piece.text), piece.family, place, textStyle, around))
  }

  #run(text: string, family: string, place: Place, textStyle: TextStyle, around: InlineContext): IsolatedRun {
    const { lang, align, baselineShift, background, underline, url, goto, anchors, pageOf, isolates } = around
    const { isSeparator = false, isReference = false } = around
    const run: TextRun = {
      text,
      place,
      markedContent:
        around.element instanceof StructureElement ? around.element.markedContent() : around.element,
      lang,
      level: 0,
      apart: undefined,
      family,
      bold: textStyle.bold,
      italics: textStyle.italics,
      size: textStyle.size,
      leading: textStyle.leading,
      colour: textStyle.colour,
      ...(textStyle.caps ? { inCapitals: true } : {}),
      ...(textStyle.tabular ? { tabular: true } : {}),
      letterSpacing: isCursive(text) ? 0 : textStyle.letterSpacing,
      baselineShift: baselineShift,
      align,
      background: background,
      underline,
      url,
      goto,
      anchors,
      pageOf,
      isSeparator,
      isReference,
    }
    return { run, isolates }
  }

  #raised(textStyle: TextStyle): TextStyle {
    const small = this.sheet.textStyle(this.sheet.style('sup'), textStyle)
    return { ...small, size: raisedSize(textStyle.size), leading: textStyle.leading }
  }

  #link({ href, children, place, whole }: Link, textStyle: TextStyle, around: InlineContext): IsolatedRun[] {
    const underline = this.sheet.style('a').underline ?? false
    const goto = href.startsWith('#') ? headingDestination(href.slice(1)) : undefined
    if (goto !== undefined && !this.index.destinations.has(goto))
      return this.#all(children, textStyle, around)
    const element = addInlineElement(around.element, 'Link', place, {
      linkDescription: goto === undefined ? href : unformattedText(children),
    })
    return this.#all(
      children,
      textStyle,
      goto === undefined
        ? { ...around, element, url: href, underline }
        : { ...around, element, goto, ...(whole && { isReference: true }) },
    )
  }

  #reference(reference: Reference, textStyle: TextStyle, around: InlineContext): IsolatedRun[] {
    const { superscript, quiet, label, spoken, place, source, first } = reference
    const settings = this.sheet.withClass('source-ref', quiet ? 'quiet' : undefined)
    const inlineStyle = this.sheet.textStyle(settings, textStyle)
    const goto = this.index.destinations.has(sourceDestination(source))
      ? sourceDestination(source)
      : undefined
    const expansion = spoken === label ? undefined : spoken
    const referenceElement = addInlineElement(
      around.element,
      'Reference',
      place,
      goto === undefined ? { expansion } : {},
    )
    const element =
      goto === undefined
        ? referenceElement
        : addInlineElement(referenceElement, 'Link', place, { linkDescription: spoken, expansion })
    const anchors = first ? [...around.anchors, mentionDestination(source)] : around.anchors
    const context = { ...around, element, goto, anchors, isolates: [...around.isolates, bidiIsolate()] }
    if (!superscript) return this.#text(label, place, inlineStyle, { ...context, isReference: true })
    const { colour, family, bold, italics } = inlineStyle
    const raisedStyle = { ...this.#raised(textStyle), colour, family, bold, italics }
    return this.#text(`\u2060${label.replace(/ /g, '\u00A0')}`, place, raisedStyle, {
      ...context,
      baselineShift: superscriptShift(textStyle),
    })
  }

  /** The letter that calls a note, and the note, which the page sets at its foot. */
  #note(note: Note, textStyle: TextStyle, around: InlineContext): IsolatedRun[] {
    const { label, place, children } = note
    const call = addInlineElement(addInlineElement(around.element, 'Reference', place), 'Link', place, {
      linkDescription: unformattedText(children),
    })
    const { colour, family } = this.sheet.textStyle(this.sheet.style('source-ref'), textStyle)
    const [first, ...others] = this.#text(
      `\u2060${label}`,
      place,
      { ...this.#raised(textStyle), colour, family, caps: false },
      {
        ...around,
        element: call,
        goto: noteDestination(label),
        anchors: [...around.anchors, callDestination(label)],
        baselineShift: superscriptShift(textStyle),
        isolates: [...around.isolates, bidiIsolate()],
      },
    )
    return first ? [{ ...first, run: { ...first.run, note: this.#footNote(note, around) } }, ...others] : []
  }

  /** Of notes at the foot of a page. */
  get noteStyle(): TextStyle {
    return this.sheet.textStyle(this.sheet.classStyle('p', 'note'), this.sheet.baseTextStyle)
  }

  #footNote({ label, place, children }: Note, { element, lang }: InlineContext): FootNote {
    const style = this.noteStyle
    const whole = addInlineElement(element, 'Note', place)
    const labelElement = addInlineElement(addInlineElement(whole, 'Lbl', place), 'Link', place, {
      linkDescription: label,
    })
    const back = { element: labelElement, lang, goto: callDestination(label) }
    return {
      label: { kind: 'paragraph', text: this.words(label, place, style, back) },
      paragraph: {
        kind: 'paragraph',
        text: this.runs(children, style, { element: whole, lang }),
        anchors: [noteDestination(label)],
      },
      gap: style.size * LABEL_GAP_EMS,
    }
  }

  #span({ style, lang, children, place }: Span, textStyle: TextStyle, around: InlineContext): IsolatedRun[] {
    const settings = this.sheet.withClass('span', style)
    const ground = settings.fill ? this.sheet.colour(settings.fill) : around.background
    const spanStyle = this.sheet.textStyle(settings, textStyle)
    const foreign = lang !== undefined && lang !== around.lang
    // The annotation of a link is in its own element (ISO 14289-1, 7.18.5), and comes before the words in another language.
    if (foreign && around.element instanceof StructureElement && around.element.type === 'Link')
      around.element.markedContent()
    const element = foreign ? addInlineElement(around.element, 'Span', place, { lang }) : around.element
    const isolates = lang === undefined ? around.isolates : [...around.isolates, bidiIsolate(lang)]
    const pieces = this.#all(children, spanStyle, {
      ...around,
      background: ground,
      element,
      lang: lang ?? around.lang,
      isolates,
    })
    return settings.fill ? this.#padded(pieces) : pieces
  }

  /** Extends a background by a space on both sides, so that it never overlaps the words beside it. */
  #padded(pieces: IsolatedRun[]): IsolatedRun[] {
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (!first || !last) return pieces
    const withoutAnchors = pieces.map(piece => ({ ...piece, run: { ...piece.run, anchors: [] } }))
    return [
      { ...first, run: { ...first.run, text: '\u00A0' } },
      ...withoutAnchors,
      { ...last, run: { ...last.run, text: '\u00A0', anchors: [] } },
    ]
  }
}

/** Ems from the label of a note to its text. */
export const LABEL_GAP_EMS = 0.5

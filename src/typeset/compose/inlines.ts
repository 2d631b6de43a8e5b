import type { Place } from '../../diagnostics/index.js'
import type { Inline, Reference } from '../../markup/index.js'
import type { Run } from '../layout/nodes.js'
import type { Look, Sheet } from '../theme/sheet.js'
import type { TextSettings } from '../theme/theme.js'
import { withBreaks } from './characters.js'
import type { Glyphs } from './glyphs.js'

/** Names of destinations: of a source's entry, and of the first mention that it leads back to. */
export const entryOf = (source: string): string => `source:${source}`
export const mentionOf = (source: string): string => `mention:${source}`
export const headingOf = (id: string): string => `id:${id}`

/** What inlines inherit from those around them, beside their look. */
interface Around {
  readonly lang: string
  readonly align: Run['align']
  readonly rise: number
  readonly ground: string | undefined
  readonly underline: boolean
  readonly url: string | undefined
  readonly goto: string | undefined
  readonly anchors: readonly string[]
  readonly pageOf: string | undefined
}

/** Turns inlines into runs: each in one font, one look, and leading to one place. */
export class InlineComposer {
  constructor(
    private readonly sheet: Sheet,
    private readonly glyphs: Glyphs,
    private readonly lang: string,
    private readonly destinations: ReadonlySet<string>,
  ) {}

  runs(inlines: readonly Inline[], look: Look, around: Partial<Around> = {}): Run[] {
    const whole: Around = {
      lang: this.lang,
      align: 'left',
      rise: 0,
      ground: undefined,
      underline: false,
      url: undefined,
      goto: undefined,
      anchors: [],
      pageOf: undefined,
      ...around,
    }
    return inlines.flatMap((inline, index) => this.#inline(inline, look, whole, inlines[index - 1]))
  }

  /** Words that no inline holds, such as a number or a marker. */
  words(text: string, place: Place, look: Look, around: Partial<Around> = {}): Run[] {
    return this.runs([{ kind: 'text', text, place }], look, around)
  }

  #inline(inline: Inline, look: Look, around: Around, previous: Inline | undefined): Run[] {
    const style = (name: Parameters<Sheet['style']>[0]) =>
      this.sheet.look(this.sheet.style(name) as TextSettings, look)
    switch (inline.kind) {
      case 'text':
        return this.#text(inline.text, inline.place, look, around)
      case 'strong':
        return this.runs(inline.children, style('strong'), around)
      case 'emphasis':
        return this.runs(inline.children, { ...style('em'), italics: !look.italics }, around)
      case 'superscript':
        return this.runs(inline.children, this.#raised(look), { ...around, rise: riseOf(look) })
      case 'link':
        return this.#link(inline.href, inline.children, style('a'), around)
      case 'reference':
        return this.#reference(inline, look, around, previous)
      case 'span':
        return this.#span(inline.style, inline.lang, inline.children, look, around)
      case 'break':
        return [this.#run('\n', look.family, inline.place, look, around)]
    }
  }

  #text(text: string, place: Place, look: Look, around: Around): Run[] {
    return this.glyphs
      .pieces(text, look, around.lang, place)
      .map(piece => this.#run(withBreaks(piece.text), piece.family, place, look, around))
  }

  #run(text: string, family: string, place: Place, look: Look, around: Around): Run {
    const { size, leading, bold, italics, colour, tracking } = look
    const { lang, align, rise, ground, underline, url, goto, anchors, pageOf } = around
    return {
      ...{ text, place, lang, level: 0, family, bold, italics, size, leading, colour, tracking },
      ...{ rise, align, ground, underline, url, goto, anchors, pageOf },
    }
  }

  #raised(look: Look): Look {
    const small = this.sheet.look(this.sheet.style('sup'), look)
    return { ...small, size: look.size * RAISED_SIZE, leading: look.leading }
  }

  #link(href: string, children: readonly Inline[], look: Look, around: Around): Run[] {
    const underline = this.sheet.style('a').underline ?? false
    const goto = href.startsWith('#') ? headingOf(href.slice(1)) : undefined
    if (goto === undefined) return this.runs(children, look, { ...around, url: href, underline })
    return this.runs(children, look, this.destinations.has(goto) ? { ...around, goto } : around)
  }

  #reference(reference: Reference, look: Look, around: Around, previous: Inline | undefined): Run[] {
    const { raised, label, place, source, first } = reference
    const ofText = this.sheet.look(this.sheet.style('source-ref'), look)
    const follows = previous?.kind === 'reference' && previous.raised
    const goto = this.destinations.has(entryOf(source)) ? entryOf(source) : undefined
    const at = { ...around, goto, anchors: first ? [...around.anchors, mentionOf(source)] : around.anchors }
    if (!raised) return this.#text(label, place, ofText, at)
    const up = { ...this.#raised(look), colour: ofText.colour, family: ofText.family }
    const words = `\u2060${follows ? ',' : ''}${label.replace(/ /g, '\u00A0')}`
    return this.#text(words, place, up, { ...at, rise: riseOf(look) })
  }

  #span(
    style: string | undefined,
    lang: string | undefined,
    children: readonly Inline[],
    look: Look,
    around: Around,
  ) {
    const settings = this.sheet.styled('span', style)
    const ground = settings.fill ? this.sheet.colour(settings.fill) : around.ground
    const own = this.sheet.look(settings, look)
    const runs = this.runs(children, own, { ...around, ground, lang: lang ?? around.lang })
    return settings.fill ? this.#padded(runs) : runs
  }

  /** A ground reaches a little over the words on it, and never over those beside it. */
  #padded(runs: Run[]): Run[] {
    const [first, last] = [runs[0], runs.at(-1)]
    if (!first || !last) return runs
    return [
      { ...first, text: '\u00A0' },
      ...runs.map(run => ({ ...run, anchors: [] })),
      { ...last, text: '\u00A0', anchors: [] },
    ]
  }
}

const RAISED_SIZE = 0.66
const riseOf = (look: Look): number => look.size * 0.34

import type { Place } from '../../diagnostics/index.js'
import type { Inline, Link, Reference, Span } from '../../markup/index.js'
import type { Run } from '../layout/nodes.js'
import { type Artifact, type Facts, type Role, Tag } from '../tags/tag.js'
import type { Look, Sheet } from '../theme/sheet.js'
import type { TextSettings } from '../theme/theme.js'
import { ordered } from './bidi.js'
import { type Isolate, type Isolated, isolate } from './bidi-text.js'
import { joinsLetters, withBreaks } from './characters.js'
import { directionOf } from './direction.js'
import type { Glyphs } from './glyphs.js'
import { plainText } from './plain-text.js'

/** Names of destinations: of a source's entry, and of the first mention that it leads back to. */
export const entryOf = (source: string): string => `source:${source}`
export const mentionOf = (source: string): string => `mention:${source}`
export const headingOf = (id: string): string => `id:${id}`

/** What inlines inherit from those around them, beside their look. */
interface Around {
  /** The innermost element that they belong to. */
  readonly tag: Tag | Artifact
  readonly lang: string
  readonly align: Run['align']
  readonly rise: number
  readonly ground: string | undefined
  readonly underline: boolean
  readonly url: string | undefined
  readonly goto: string | undefined
  readonly anchors: readonly string[]
  readonly pageOf: string | undefined
  readonly isolates: readonly Isolate[]
}

/** Turns inlines into runs: each in one font, one look, and leading to one place. */
export class InlineComposer {
  constructor(
    private readonly sheet: Sheet,
    private readonly glyphs: Glyphs,
    private readonly lang: string,
    private readonly destinations: ReadonlySet<string>,
    /** What links to the list of sources say, by the ids of the sources. */
    private readonly entries: ReadonlyMap<string, string>,
  ) {}

  /** The runs of a paragraph. One written against the page's direction begins at the page's other side. */
  runs(inlines: readonly Inline[], look: Look, around: Partial<Around> & Pick<Around, 'tag'>): Run[] {
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
      isolates: [],
      ...around,
    }
    const runs = ordered(this.#all(inlines, look, whole), directionOf(whole.lang))
    return this.isTurned(whole.lang) && whole.align === 'left'
      ? runs.map(run => ({ ...run, align: 'right' }))
      : runs
  }

  /** Whether a passage is written against the direction of the page. */
  isTurned(lang: string): boolean {
    return directionOf(lang) !== directionOf(this.lang)
  }

  /** Words that no inline holds, such as a number or a marker. */
  words(text: string, place: Place, look: Look, around: Partial<Around> & Pick<Around, 'tag'>): Run[] {
    return this.runs([{ kind: 'text', text, place }], look, around)
  }

  #all(inlines: readonly Inline[], look: Look, around: Around): Isolated[] {
    return inlines.flatMap((inline, index) => this.#inline(inline, look, around, inlines[index - 1]))
  }

  #inline(inline: Inline, look: Look, around: Around, previous: Inline | undefined): Isolated[] {
    const style = (name: Parameters<Sheet['style']>[0]) =>
      this.sheet.look(this.sheet.style(name) as TextSettings, look)
    switch (inline.kind) {
      case 'text':
        return this.#text(inline.text, inline.place, look, around)
      case 'strong':
        return this.#all(inline.children, style('strong'), around)
      case 'emphasis':
        return this.#all(inline.children, { ...style('em'), italics: !look.italics }, around)
      case 'superscript':
        return this.#all(inline.children, this.#raised(look), { ...around, rise: riseOf(look) })
      case 'link':
        return this.#link(inline, style('a'), around)
      case 'reference':
        return this.#reference(inline, look, around, previous)
      case 'span':
        return this.#span(inline, look, around)
      case 'break':
        return [this.#run('\n', look.family, inline.place, look, around)]
    }
  }

  #text(text: string, place: Place, look: Look, around: Around): Isolated[] {
    return this.glyphs
      .pieces(text, look, around.lang, place)
      .map(piece => this.#run(withBreaks(piece.text), piece.family, place, look, around))
  }

  #run(text: string, family: string, place: Place, look: Look, around: Around): Isolated {
    const { lang, align, rise, ground, underline, url, goto, anchors, pageOf, isolates } = around
    const run: Run = {
      text,
      place,
      tag: around.tag instanceof Tag ? around.tag.spot() : around.tag,
      lang,
      level: 0,
      apart: undefined,
      family,
      bold: look.bold,
      italics: look.italics,
      size: look.size,
      leading: look.leading,
      colour: look.colour,
      tracking: joinsLetters(text) ? 0 : look.tracking,
      rise,
      align,
      ground,
      underline,
      url,
      goto,
      anchors,
      pageOf,
    }
    return { run, isolates }
  }

  #raised(look: Look): Look {
    const small = this.sheet.look(this.sheet.style('sup'), look)
    return { ...small, size: look.size * RAISED_SIZE, leading: look.leading }
  }

  #link({ href, children, place }: Link, look: Look, around: Around): Isolated[] {
    const underline = this.sheet.style('a').underline ?? false
    const goto = href.startsWith('#') ? headingOf(href.slice(1)) : undefined
    if (goto !== undefined && !this.destinations.has(goto)) return this.#all(children, look, around)
    const tag = within(around.tag, 'Link', place, {
      leadsTo: goto === undefined ? href : plainText(children),
    })
    return this.#all(
      children,
      look,
      goto === undefined ? { ...around, tag, url: href, underline } : { ...around, tag, goto },
    )
  }

  #reference(reference: Reference, look: Look, around: Around, previous: Inline | undefined): Isolated[] {
    const { raised, label, place, source, first } = reference
    const ofText = this.sheet.look(this.sheet.style('source-ref'), look)
    const follows = previous?.kind === 'reference' && previous.raised
    const goto = this.destinations.has(entryOf(source)) ? entryOf(source) : undefined
    const cited = within(around.tag, 'Reference', place)
    const leadsTo = this.entries.get(source) ?? label
    const tag = goto === undefined ? cited : within(cited, 'Link', place, { leadsTo })
    const anchors = first ? [...around.anchors, mentionOf(source)] : around.anchors
    const at = { ...around, tag, goto, anchors, isolates: [...around.isolates, isolate()] }
    if (!raised) return this.#text(label, place, ofText, at)
    const up = { ...this.#raised(look), colour: ofText.colour, family: ofText.family }
    const rise = riseOf(look)
    const comma = follows
      ? this.#text('\u2060,', place, up, { ...at, anchors: [], isolates: around.isolates, rise })
      : []
    return [...comma, ...this.#text(`\u2060${label.replace(/ /g, '\u00A0')}`, place, up, { ...at, rise })]
  }

  #span({ style, lang, children, place }: Span, look: Look, around: Around): Isolated[] {
    const settings = this.sheet.styled('span', style)
    const ground = settings.fill ? this.sheet.colour(settings.fill) : around.ground
    const own = this.sheet.look(settings, look)
    const foreign = lang !== undefined && lang !== around.lang
    const tag = foreign ? within(around.tag, 'Span', place, { lang }) : around.tag
    const isolates = lang === undefined ? around.isolates : [...around.isolates, isolate(lang)]
    const pieces = this.#all(children, own, { ...around, ground, tag, lang: lang ?? around.lang, isolates })
    return settings.fill ? this.#padded(pieces) : pieces
  }

  /** A ground reaches a little over the words on it, and never over those beside it. */
  #padded(pieces: Isolated[]): Isolated[] {
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (!first || !last) return pieces
    const bare = pieces.map(piece => ({ ...piece, run: { ...piece.run, anchors: [] } }))
    return [
      { ...first, run: { ...first.run, text: '\u00A0' } },
      ...bare,
      { ...last, run: { ...last.run, text: '\u00A0', anchors: [] } },
    ]
  }
}

const RAISED_SIZE = 0.66
const riseOf = (look: Look): number => look.size * 0.34

/** An element inside another; what belongs to no element has none inside it. */
const within = (around: Tag | Artifact, role: Role, place: Place, facts?: Facts): Tag | Artifact =>
  around instanceof Tag ? around.add(role, place, facts) : around

import * as v from 'valibot'

/** The schema of a theme: the one source of its types and of its validation. */

const positive = v.pipe(v.number(), v.minValue(0), v.maxValue(100))
const hex = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'a colour is written as `#rrggbb`'))
/** The name of one of the theme's colours. */
const colour = v.pipe(v.string(), v.metadata({ colour: true }))
const family = v.picklist(['body', 'heading'])
const weight = v.picklist(['hair', 'thin', 'strong'])
const points = v.pipe(v.number(), v.minValue(5), v.maxValue(24))

const text = {
  /** Which of `families`. */
  family: v.optional(family),
  /** Multiple of the audience's type size. */
  size: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(5))),
  /** Multiple of the type's own size. */
  leading: v.optional(v.pipe(v.number(), v.minValue(0.9), v.maxValue(2.5))),
  bold: v.optional(v.boolean()),
  italic: v.optional(v.boolean()),
  colour: v.optional(colour),
  /** In capitals. */
  caps: v.optional(v.boolean()),
  /** Ems between characters. */
  tracking: v.optional(v.pipe(v.number(), v.minValue(-0.1), v.maxValue(0.5))),
}
/** Space around a block, in multiples of the audience's type size. */
const around = {
  /** Above it; of two blocks the greater space counts. */
  before: v.optional(positive),
  /** Below it. */
  after: v.optional(positive),
}
const box = {
  /** The ground. */
  fill: v.optional(colour),
  /** A bar at the left edge. */
  bar: v.optional(colour),
  bar_weight: v.optional(weight),
  /** Lines along the upper and the lower edge. */
  over: v.optional(colour),
  over_weight: v.optional(weight),
  under: v.optional(colour),
  under_weight: v.optional(weight),
  /** Between an edge and what stands in it, at the sides. */
  padding_x: v.optional(positive),
  /** The same, above and below. */
  padding_y: v.optional(positive),
}

const textStyle = v.object(text)
const blockStyle = v.object({ ...text, ...around })
const boxStyle = v.object({ ...text, ...around, ...box })
const spanStyle = v.object({ ...text, fill: v.optional(colour) })
const listStyle = v.object({
  ...text,
  ...around,
  /** Between items. */
  gap: v.optional(positive),
  /** From the edge to the words of items. */
  indent: v.optional(positive),
  /** Printed before each item of an unordered list; an empty text for none. */
  marker: v.optional(v.string()),
  marker_colour: v.optional(colour),
})
const definitionStyle = v.object({
  ...text,
  ...around,
  /** Between entries. */
  gap: v.optional(positive),
  /** Where a term stands: in a rail or a column at the left, in the first line, or above. */
  arrangement: v.optional(v.picklist(['rail', 'column', 'run-in', 'above'])),
  /** Share of the width that a column or rail of terms takes. */
  term_width: v.optional(v.pipe(v.number(), v.minValue(0.05), v.maxValue(0.6))),
  /** Of what stands below a term. */
  indent: v.optional(positive),
  /** Between entries. */
  line: v.optional(colour),
  /** How terms are set. */
  term: v.optional(textStyle),
})
/** Whether columns stand beside each other, or one after the other over the whole width. */
const columnStyle = v.object({
  ...around,
  /** Between columns. */
  gap: v.optional(positive),
  /** `stacked` for one after the other. */
  arrangement: v.optional(v.picklist(['beside', 'stacked'])),
})
/** Of paragraphs with numbers: `indent` is from the edge to their words, which leave it to the numbers. */
const numberedStyle = v.object({
  ...around,
  /** From the edge to the words. */
  indent: v.optional(positive, 2.1),
  marker_colour: v.optional(colour),
})
const tableStyle = v.object({
  /** Whether rows are rows, or stand one after the other, each cell below its head, where one head has no merged cells. */
  arrangement: v.optional(v.picklist(['rows', 'stacked'])),
  /** Between the blocks of a cell. */
  gap: v.optional(positive),
  ...text,
  ...around,
  /** Lines between rows. */
  line: v.optional(colour),
  line_weight: v.optional(weight),
  /** Lines over and under the head. */
  head_line: v.optional(colour),
  head_line_weight: v.optional(weight),
  head_fill: v.optional(colour),
  /** How the cells are set that name a row: bold if left out. */
  names: v.optional(v.picklist(['bold', 'plain'])),
  /** Where cells stand that are less high than their row. */
  vertical: v.optional(v.picklist(['top', 'middle'])),
  /** Whether lines part rows that a cell over several of them ties together. */
  lines_within: v.optional(v.boolean()),
  padding_x: v.optional(positive),
  padding_y: v.optional(positive),
})
/** Of a row that sums up those above it, and the line between. */
const totalStyle = v.object({ ...text, over: v.optional(colour), over_weight: v.optional(weight) })

/** Of a note beside the text. */
const marginNoteStyle = v.optional(textStyle, { family: 'heading', size: 0.74, leading: 1.3 })

const styles = {
  h1: boxStyle,
  h2: boxStyle,
  'h2.warning': v.optional(boxStyle, {}),
  h3: boxStyle,
  h4: boxStyle,
  p: blockStyle,
  'p.lead': blockStyle,
  'p.kicker': blockStyle,
  'p.subtitle': blockStyle,
  'p.meta': blockStyle,
  'p.note': blockStyle,
  'p.label': blockStyle,
  'p.point': v.optional(blockStyle, {}),
  'p.detail': v.optional(blockStyle, {}),
  'p.small': v.optional(blockStyle, {}),
  'p.unit': v.optional(blockStyle, { bold: false }),
  header: boxStyle,
  aside: boxStyle,
  'aside.bottom-line': boxStyle,
  'aside.recommendation': boxStyle,
  'aside.warning': boxStyle,
  'aside.note': boxStyle,
  'aside.card': boxStyle,
  'aside.box': boxStyle,
  'aside.question': v.optional(boxStyle, {}),
  'aside.response': v.optional(boxStyle, {}),
  section: v.object(around),
  'section.box': boxStyle,
  'section.two-columns': v.object({
    ...columnStyle.entries,
    /** What flows begins at multiples of it: half a line, or a line. */
    grid: v.optional(positive),
  }),
  'section.fine': v.optional(v.object({ ...columnStyle.entries, ...text }), {}),
  'section.numbered': v.optional(numberedStyle, {}),
  columns: columnStyle,
  parallel: v.optional(columnStyle, {}),
  ul: listStyle,
  'ul.plain': listStyle,
  'ul.facts': listStyle,
  'ul.pros': listStyle,
  'ul.cons': listStyle,
  'ul.avoid': v.optional(listStyle, {}),
  ol: listStyle,
  'ol.plain': listStyle,
  'ol.lead': v.optional(listStyle, {}),
  'ol.spaced': v.optional(listStyle, {}),
  'ol.stakes': listStyle,
  dl: definitionStyle,
  'dl.rail': definitionStyle,
  'dl.glossary': definitionStyle,
  'dl.questions': definitionStyle,
  'dl.facts': definitionStyle,
  table: tableStyle,
  'table.grid': tableStyle,
  'table.open': tableStyle,
  'table.recommendation': v.optional(tableStyle, {}),
  'table.rated': v.optional(tableStyle, {}),
  'table.dates': v.optional(tableStyle, {}),
  'table.figures': v.optional(tableStyle, {}),
  'tr.total': v.optional(totalStyle, { bold: true }),
  'table.particulars': v.optional(tableStyle, {}),
  th: textStyle,
  caption: blockStyle,
  /** The words below a line to write on. */
  'signature-line': v.optional(blockStyle, { family: 'heading', size: 0.82, leading: 1.3 }),
  blockquote: boxStyle,
  'blockquote.pull': boxStyle,
  cite: blockStyle,
  /** `small` is the size of scales and notes in it, a multiple of the audience's type size. */
  figure: v.object({
    ...text,
    ...around,
    /** The greatest height of a picture. */
    height: v.optional(positive),
    small: v.pipe(v.number(), v.minValue(0.4), v.maxValue(2)),
  }),
  /** The mark of a house, so many times as high as the type of the audience. */
  'figure.logo': v.optional(
    v.object({ ...around, height: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(20)), 3.4) }),
    { before: 0, after: 0.5, height: 3.4 },
  ),
  figcaption: blockStyle,
  'figcaption.title': blockStyle,
  'figcaption.credit': blockStyle,
  hr: v.object({ ...around, line: v.optional(colour), line_weight: v.optional(weight) }),
  contents: v.object({ ...text, ...around, gap: v.optional(positive), indent: v.optional(positive) }),
  'source-list': listStyle,
  a: v.object({ ...text, underline: v.optional(v.boolean()) }),
  'source-ref': textStyle,
  /** References for readers who look up no sources. */
  'source-ref.quiet': textStyle,
  /** Raised words keep the size and the leading that raising gives them. */
  sup: v.object({ family: text.family, bold: text.bold, italic: text.italic, colour: text.colour }),
  strong: textStyle,
  em: textStyle,
  span: spanStyle,
  'span.label': spanStyle,
  'span.muted': spanStyle,
  'span.date': spanStyle,
  'span.tag': spanStyle,
  'span.unverified': spanStyle,
  'span.name': spanStyle,
  'span.number': spanStyle,
  /** Around the `span.number` of an annex. */
  'span.annex': v.optional(spanStyle, {}),
  running: textStyle,
  banner: textStyle,
  'margin-note': marginNoteStyle,
}

export const themeSchema = v.object({
  /** Families of `fonts.yaml`; a character that one lacks is taken from the next. */
  families: v.object({
    body: v.string(),
    heading: v.string(),
    fallback: v.optional(v.array(v.string()), []),
  }),
  /**
   * Points. `size` takes the place of the audience's size of body text, `floor` is the least that this may come down to (the size if left
   * out), and nothing but raised marks is printed smaller than `smallest`.
   */
  type: v.optional(
    v.pipe(
      v.object({ size: v.optional(points), floor: v.optional(points), smallest: v.optional(points) }),
      v.check(({ size = 24, floor = 5 }) => floor <= size, 'expected a floor that is not above the size'),
    ),
    {},
  ),
  /** Page limits by audience, in the place of those of templates. */
  limits: v.optional(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))), {}),
  /** By names, which all other settings use. */
  colours: v.record(v.string(), hex),
  /** The longest line of running text, in multiples of the type size. */
  measure: v.pipe(v.number(), v.minValue(15), v.maxValue(100)),
  /** A column beside running text, in points, and what stands in it where the text first mentions it; none if left out. */
  margin: v.optional(
    v.object({
      width: v.pipe(v.number(), v.minValue(50), v.maxValue(200)),
      gap: v.optional(v.pipe(v.number(), v.minValue(6), v.maxValue(40)), 14),
      holds: v.pipe(v.array(v.picklist(['sources', 'terms'])), v.minLength(1)),
    }),
  ),
  /** Words are hyphenated in columns narrower than this, in multiples of the size of their type; 0 for nowhere. */
  hyphenate: v.optional(v.object({ below: v.pipe(v.number(), v.minValue(0), v.maxValue(100)) }), {
    below: 24,
  }),
  /** Bounds of what all vertical space may be multiplied by. */
  spacing: v.object({
    min: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1)),
    normal: v.pipe(v.number(), v.minValue(0.1), v.maxValue(5)),
    max: v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
  }),
  /** Points: how heavy the three kinds of lines are. */
  rules: v.object({ hair: positive, thin: positive, strong: positive }),
  /** Colours of figures drawn from data: of the sides in an affair, and from the slightest risk to the gravest. */
  figures: v.object({
    series: v.pipe(v.array(colour), v.minLength(1)),
    shades: v.pipe(v.array(colour), v.length(5)),
  }),
  /** Whether drafts, and what is under embargo, say so across each page. */
  overlay: v.optional(v.picklist(['diagonal', 'off']), 'diagonal'),
  /** How each element looks: see below. */
  styles: v.object(styles),
})

/** How the blocks of a document look, in proportion to an audience's type size. */
export type Theme = v.InferOutput<typeof themeSchema>
export type StyleName = keyof typeof styles

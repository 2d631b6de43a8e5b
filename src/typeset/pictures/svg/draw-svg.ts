import type { PathCommand } from '../../fonts/glyph-outlines.js'
import { rgbOperands } from '../operands.js'
import { parseColour, shareOf } from './colours.js'
import { type DrawingForm, FormWriter, placeOperand, withinPage } from './drawing-form.js'
import { gradientFor } from './gradient.js'
import { parseTransform } from './matrix.js'
import { SvgFault, type XmlElement } from './parse-xml.js'
import { lengthOf, shapePath } from './shape-path.js'
import { type SvgRules, type SvgStyle, styleOf } from './style.js'
import { setText } from './text/set-text.js'
import type { TextFonts } from './text/text-fonts.js'

const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
])
const GROUPS: ReadonlySet<string> = new Set(['svg', 'g', 'a', 'symbol', 'switch'])
/** Elements of which nothing is drawn where they stand. */
const SILENT: ReadonlySet<string> = new Set([
  ...['defs', 'style', 'title', 'desc', 'metadata', 'linearGradient', 'radialGradient', 'clipPath', 'symbol'],
])
const CURES: Readonly<Record<string, string>> = {
  textPath: 'convert its text to paths in the program that made it',
  tspan: 'put it into a `<text>`',
  image: 'give the picture itself, as PNG or JPEG',
  script: 'remove it: a drawing on paper runs no scripts',
  foreignObject: 'remove it: a drawing holds shapes alone',
}
/** Shapes that are drawn: one that uses others over and over is a trap. */
const MOST_SHAPES = 50_000

/** Draws the elements of an SVG in a form, in the units of its own, from the top down; throws an `SvgFault` for what it cannot. */
export class SvgDrawer {
  #shapes = 0

  constructor(
    private readonly ids: ReadonlyMap<string, XmlElement>,
    private readonly rules: SvgRules,
    private readonly fonts: TextFonts,
  ) {}

  draw(
    elements: readonly XmlElement[],
    style: SvgStyle,
    writer: FormWriter,
    within: readonly XmlElement[],
  ): void {
    for (const element of elements) this.#element(element, style, writer, within)
  }

  #element(
    element: XmlElement,
    inherited: SvgStyle,
    writer: FormWriter,
    within: readonly XmlElement[],
  ): void {
    const { name, attributes, line } = element
    // Elements with a prefix are notes of the program that made the drawing.
    if (SILENT.has(name) || name.includes(':')) return
    if (!SHAPES.has(name) && !GROUPS.has(name) && name !== 'use' && name !== 'text')
      throw new SvgFault(
        `with \`<${name}>\`, which is not drawn`,
        line,
        CURES[name] ?? 'draw it with shapes, or save it as PNG',
      )
    const style = styleOf(element, inherited, this.rules)
    if (style.get('display') === 'none') return
    for (const property of ['mask', 'filter'])
      if ((style.get(property) ?? 'none') !== 'none')
        throw new SvgFault(
          `with a \`${property}\`, which is not drawn`,
          line,
          'apply it in the program that made it',
        )
    const transform = parseTransform(attributes.get('transform') ?? '')
    if (!transform) throw new SvgFault('with a `transform` that cannot be read', line)
    const opacity = shareOf(style.get('opacity') ?? '1') ?? 1
    if (opacity === 0) return
    const draw = () => {
      writer.transform(transform)
      this.#clip(style, writer, line)
      if (opacity === 1) this.#content(element, style, writer, within)
      else {
        const group = new FormWriter()
        this.#content(element, style, group, within)
        writer.opacity(opacity)
        writer.group(group satisfies DrawingForm)
      }
    }
    writer.within(() => withinPage(line, draw))
  }

  #content(element: XmlElement, style: SvgStyle, writer: FormWriter, within: readonly XmlElement[]): void {
    if (element.name === 'use') this.#use(element, style, writer, within)
    else if (SHAPES.has(element.name)) this.#shape(element, style, writer)
    else if (element.name === 'text') this.#text(element, style, writer)
    else this.draw(element.children, style, writer, within)
  }

  #count(shapes: number, line: number): void {
    this.#shapes += shapes
    if (this.#shapes > MOST_SHAPES) throw new SvgFault(`of more than ${MOST_SHAPES} shapes`, line)
  }

  #text(element: XmlElement, style: SvgStyle, writer: FormWriter): void {
    for (const part of setText(element, style, this.rules, this.fonts)) {
      this.#count(part.glyphs, element.line)
      if (part.outline.length === 0 || isHidden(part.style)) continue
      this.#fill(part.outline, part.style, writer, element.line)
      this.#stroke(part.outline, part.style, writer, element.line)
    }
  }

  #shape(element: XmlElement, style: SvgStyle, writer: FormWriter): void {
    this.#count(1, element.line)
    const shape = shapePath(element)
    if (shape.length === 0 || isHidden(style)) return
    this.#fill(shape, style, writer, element.line)
    this.#stroke(shape, style, writer, element.line)
  }

  #use(element: XmlElement, style: SvgStyle, writer: FormWriter, within: readonly XmlElement[]): void {
    const { attributes, line } = element
    const href = attributes.get('href') ?? attributes.get('xlink:href') ?? ''
    const target = this.ids.get(href.slice(1))
    if (!target) throw new SvgFault(`that uses \`${href.slice(0, 40)}\`, which it does not have`, line)
    if (within.includes(target)) throw new SvgFault(`in which \`${href}\` uses itself`, line)
    writer.transform([
      1,
      0,
      0,
      1,
      lengthOf(attributes.get('x'), line) ?? 0,
      lengthOf(attributes.get('y'), line) ?? 0,
    ])
    const inside = [...within, target]
    if (target.name === 'symbol')
      this.draw(target.children, styleOf(target, style, this.rules), writer, inside)
    else this.#element(target, style, writer, inside)
  }

  #clip(style: SvgStyle, writer: FormWriter, line: number): void {
    const value = style.get('clip-path') ?? 'none'
    if (value === 'none') return
    const target = this.#referred(value)
    const shapes = target?.name === 'clipPath' ? target.children : undefined
    if (
      !shapes?.every(({ name }) => SHAPES.has(name)) ||
      target?.attributes.get('clipPathUnits') === 'objectBoundingBox'
    )
      throw new SvgFault(
        'with a `clip-path` that is not one of plain shapes',
        line,
        'cut it in the program that made it',
      )
    for (const shape of shapes)
      if (shape.attributes.has('transform'))
        throw new SvgFault(
          'with a `clip-path` that is turned or moved',
          shape.line,
          'cut it in the program that made it',
        )
    for (const shape of shapes) writer.path(shapePath(shape))
    const isEvenOdd = shapes.some(
      shape => styleOf(shape, new Map(), this.rules).get('clip-rule') === 'evenodd',
    )
    if (shapes.length === 0) writer.write('0 0 0 0 re')
    writer.write(isEvenOdd ? 'W*' : 'W', 'n')
  }

  #fill(shape: readonly PathCommand[], style: SvgStyle, writer: FormWriter, line: number): void {
    const value = style.get('fill') ?? 'black'
    const isEvenOdd = style.get('fill-rule') === 'evenodd'
    if (value === 'none') return
    const gradient = /^url\(/.test(value) ? this.#referred(value) : undefined
    const opacity = shareOf(style.get('fill-opacity') ?? '1') ?? 1
    if (gradient?.name === 'linearGradient' || gradient?.name === 'radialGradient') {
      const { matrix, shading } = gradientFor(gradient, shape, this.ids, this.rules)
      // A shape without breadth or height has no box that its gradient could fill.
      if (matrix[0] * matrix[3] - matrix[1] * matrix[2] === 0) return
      writer.within(() => {
        if (opacity < 1) writer.opacity(opacity)
        writer.path(shape)
        writer.write(isEvenOdd ? 'W*' : 'W', 'n')
        writer.transform(matrix)
        writer.shade(shading)
      })
      return
    }
    const paint = this.#colour(value, style, line, 'fill')
    writer.within(() => {
      if (paint.opacity * opacity < 1) writer.opacity(paint.opacity * opacity)
      writer.write(`${rgbOperands(paint.colour)} rg`)
      writer.path(shape)
      writer.write(isEvenOdd ? 'f*' : 'f')
    })
  }

  #stroke(shape: readonly PathCommand[], style: SvgStyle, writer: FormWriter, line: number): void {
    const value = style.get('stroke') ?? 'none'
    const width = lengthOf(style.get('stroke-width'), line) ?? 1
    if (value === 'none' || width === 0) return
    const paint = this.#colour(value, style, line, 'stroke')
    const opacity = paint.opacity * (shareOf(style.get('stroke-opacity') ?? '1') ?? 1)
    const dashes = style.get('stroke-dasharray') ?? 'none'
    const lengths =
      dashes === 'none'
        ? []
        : dashes
            .trim()
            .split(/[\s,]+/)
            .map(each => lengthOf(each, line) ?? 0)
    writer.within(() => {
      if (opacity < 1) writer.opacity(opacity)
      writer.write(
        `${rgbOperands(paint.colour)} RG`,
        `${placeOperand(width)} w`,
        `${Math.max(0, ['butt', 'round', 'square'].indexOf(style.get('stroke-linecap') ?? 'butt'))} J`,
        `${Math.max(0, ['miter', 'round', 'bevel'].indexOf(style.get('stroke-linejoin') ?? 'miter'))} j`,
        `${placeOperand(Math.max(1, lengthOf(style.get('stroke-miterlimit'), line) ?? 4))} M`,
      )
      if (lengths.some(length => length > 0)) {
        const offset = lengthOf(style.get('stroke-dashoffset'), line) ?? 0
        writer.write(`[${lengths.map(placeOperand).join(' ')}] ${placeOperand(Math.max(0, offset))} d`)
      }
      writer.path(shape)
      writer.write('S')
    })
  }

  #colour(value: string, style: SvgStyle, line: number, property: string) {
    const written = value.toLowerCase() === 'currentcolor' ? (style.get('color') ?? 'black') : value
    const colour = parseColour(written)
    if (colour) return colour
    const cure = /^url\(/.test(written) ? 'give it a plain colour' : 'write it as `#rrggbb`'
    throw new SvgFault(`with the ${property} \`${written.slice(0, 40)}\`, which is not drawn`, line, cure)
  }

  #referred(value: string): XmlElement | undefined {
    const [, id = ''] = /^url\(\s*["']?#([^"')]+)["']?\s*\)/.exec(value) ?? []
    return this.ids.get(id)
  }
}

const isHidden = (style: SvgStyle) => ['hidden', 'collapse'].includes(style.get('visibility') ?? '')

import type { Picture, PictureFault } from '../picture.js'
import type { PictureFonts } from '../picture-fonts.js'
import { SvgDrawer } from './draw-svg.js'
import { FormWriter, withinPage } from './drawing-form.js'
import { IDENTITY, type Matrix } from './matrix.js'
import { parseXml, SvgFault, type XmlElement } from './parse-xml.js'
import { lengthOf } from './shape-path.js'
import { styleOf, styleRules } from './style.js'
import { TextFonts } from './text/text-fonts.js'

/** Bytes of a drawing: paths of more are slow on every printer. */
const MOST_BYTES = 5_000_000
/** The size of a drawing that says none (CSS 2, 10.3.2). */
const DEFAULT_SIZE = { width: 300, height: 150 }

/** Reads an SVG as a picture of vectors; what it must not hold, and what cannot be drawn, is named with its line. */
export function readSvg(bytes: Uint8Array, fonts: PictureFonts): Picture | PictureFault {
  try {
    if (bytes.length > MOST_BYTES)
      throw new SvgFault(`of ${bytes.length} bytes`, 1, 'simplify it, or save it as PNG')
    const root = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return drawnPicture(root, new TextFonts(fonts))
  } catch (error) {
    if (error instanceof SvgFault)
      return {
        what: `an SVG drawing ${error.what} (line ${error.line})`,
        cure: error.cure ?? 'save it anew from the program that made it, or as PNG',
      }
    if (error instanceof TypeError && 'code' in error)
      return { what: 'an SVG drawing that is not in UTF-8', cure: 'save it in UTF-8' }
    throw error
  }
}

function drawnPicture(root: XmlElement, fonts: TextFonts): Picture {
  const ids = new Map<string, XmlElement>()
  rejectUnsafe(root, ids)
  const box = viewBoxOf(root)
  const width = lengthUnlessShare(root, 'width') ?? (box ? sized(root, box).width : DEFAULT_SIZE.width)
  const height =
    lengthUnlessShare(root, 'height') ?? (box ? (width * box.height) / box.width : DEFAULT_SIZE.height)
  if (!(width > 0 && height > 0)) throw new SvgFault('without width or height', root.line)
  const rules = styleRules(root)
  const form = new FormWriter()
  withinPage(root.line, () => {
    // PDF counts from the bottom up.
    form.transform([1, 0, 0, -1, 0, height])
    form.transform(box ? viewMatrix(root, box, width, height) : IDENTITY)
  })
  new SvgDrawer(ids, rules, fonts).draw(root.children, styleOf(root, new Map(), rules), form, [root])
  const entries = {}
  return {
    ...{ width, height, orientation: 1, colorSpace: 'DeviceRGB' },
    ...{ standIns: fonts.standIns, families: [...fonts.families] },
    encode: async () => ({ width, height, entries, data: new Uint8Array(), form }),
  }
}

interface ViewBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function viewBoxOf({ attributes, line }: XmlElement): ViewBox | undefined {
  const written = attributes.get('viewBox')
  if (written === undefined) return undefined
  const [x, y, width, height] = written
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (
    x === undefined ||
    y === undefined ||
    width === undefined ||
    height === undefined ||
    !(width > 0 && height > 0) ||
    !Number.isFinite(x + y)
  )
    throw new SvgFault('with a `viewBox` that is no four numbers', line)
  return { x, y, width, height }
}

/** Of a drawing that says its height alone, or nothing. */
function sized(root: XmlElement, box: ViewBox): { readonly width: number } {
  const height = lengthUnlessShare(root, 'height')
  return { width: height === undefined ? box.width : (height * box.width) / box.height }
}

function lengthUnlessShare({ attributes, line }: XmlElement, name: string): number | undefined {
  const written = attributes.get(name)
  return written?.trim().endsWith('%') ? undefined : lengthOf(written, line)
}

/** From the units of the view box to those of the picture (SVG 2, 8.7): as large as fits in its middle, unless it says otherwise. */
function viewMatrix({ attributes }: XmlElement, box: ViewBox, width: number, height: number): Matrix {
  const [across, down] = [width / box.width, height / box.height]
  const align = attributes.get('preserveAspectRatio') ?? 'xMidYMid'
  if (align.includes('none')) return [across, 0, 0, down, -box.x * across, -box.y * down]
  const scale = align.includes('slice') ? Math.max(across, down) : Math.min(across, down)
  const at = (kind: string) => (align.includes(`${kind}Min`) ? 0 : align.includes(`${kind}Max`) ? 1 : 0.5)
  const x = (width - box.width * scale) * at('x') - box.x * scale
  const y = (height - box.height * scale) * at('Y') - box.y * scale
  return [scale, 0, 0, scale, x, y]
}

/** What a drawing must not hold wherever it stands, drawn or not; collects the elements that others can name. */
function rejectUnsafe(element: XmlElement, ids: Map<string, XmlElement>): void {
  const { name, attributes, children, line } = element
  const refuse = (what: string, cure: string): never => {
    throw new SvgFault(what, line, cure)
  }
  if (/^(?:script|foreignObject|iframe|object|embed|handler|listener)$/i.test(name))
    refuse(`with \`<${name}>\``, 'remove it: a drawing on paper holds shapes alone')
  for (const [attribute, value] of attributes) {
    if (/^on/i.test(attribute)) refuse(`with the script \`${attribute}\``, 'remove the attribute')
    const isReference = attribute === 'href' || attribute.endsWith(':href') || attribute === 'src'
    if (isReference && !value.startsWith('#') && name !== 'a' && !/^\w+:(?!href)/.test(name))
      refuse(
        `that refers to \`${value.slice(0, 40)}\` outside of it`,
        'keep all that it shows in the file itself, as shapes',
      )
    const outside = /url\(\s*["']?(?!["']?#)([^"')]{0,40})/i.exec(value)?.[1]
    if (outside !== undefined)
      refuse(`that refers to \`${outside}\` outside of it`, 'keep all that it shows in the file itself')
    if (/^\s*javascript:/i.test(value)) refuse(`with a script in \`${attribute}\``, 'remove the attribute')
  }
  if (name === 'style' && /@import|url\(\s*["']?(?!#)/i.test(element.text))
    refuse('whose style sheet refers to another file', 'keep its styles in the file itself')
  const id = attributes.get('id')
  if (id !== undefined && !ids.has(id)) ids.set(id, element)
  for (const child of children) rejectUnsafe(child, ids)
}

import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { type DocumentStyle, faceFor, familiesForTheme } from '../../typeset/index.js'

/** Pixels to an inch: enough for paper, and little for a file. */
const RESOLUTION = 200

let opened: Promise<void> | undefined

/** Opens the machine code that turns drawings into pixels: once, and only where a document has a drawing. */
export function openRasterizer(): Promise<void> {
  opened ??= readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(code =>
    initWasm(code),
  )
  return opened
}

/** A figure as PNG for a width in points, its words in the fonts of the theme. */
export const rasterizedFigure = (svg: string, width: number, style: DocumentStyle): Uint8Array =>
  rasterized(
    svg,
    Math.round((width / 72) * RESOLUTION),
    style.theme.families.heading,
    fontsOfFigure(svg, style),
  )

/** A drawing that is not ours as PNG of so many pixels across, its words in any font that is declared; undefined if it is beyond the rasterizer. */
export function rasterizedPicture(
  svg: string,
  pixels: number,
  { theme, fonts }: DocumentStyle,
): Uint8Array | undefined {
  const faces = [...fonts.values()].flatMap(family => Object.values(family).map(({ bytes }) => bytes))
  try {
    return rasterized(
      svg,
      pixels,
      theme.families.body,
      /<(?:\w+:)?text\b/.test(svg) ? [...new Set(faces)] : [],
    )
  } catch {
    return undefined
  }
}

function rasterized(svg: string, pixels: number, family: string, faces: Uint8Array[]): Uint8Array {
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.max(1, pixels) },
    font: { fontBuffers: faces, defaultFontFamily: family },
  })
  const image = resvg.render()
  const png = image.asPng()
  image.free()
  resvg.free()
  return png
}

/** The faces that a figure may need: those of the theme, and of its fall-backs where it has letters that the theme lacks. */
function fontsOfFigure(svg: string, { theme, fonts }: DocumentStyle): Uint8Array[] {
  const main = [...new Set([theme.families.heading, theme.families.body])]
  const families = PLAIN_LETTERS.test(svg) ? main : familiesForTheme(theme)
  const faces = families.flatMap(family =>
    [false, true].flatMap(bold => faceFor(fonts, { family, bold, italics: false })?.bytes ?? []),
  )
  return [...new Set(faces)]
}

const PLAIN_LETTERS = /^[\t\n\r\x20-\x7EÀ-ſ‘’“”–—…«»¿¡·−≈]*$/

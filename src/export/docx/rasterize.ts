import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { type DocumentStyle, faceFor, familiesForTheme } from '../../typeset/index.js'

/** Pixels to an inch: enough for paper, and little for a file. */
const RESOLUTION = 200

let opened: Promise<void> | undefined

/** Opens the machine code that turns drawings into pixels: once, and only where a document has a drawing. */
export function openRasterizer(): Promise<void> {
  opened ??= readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(code => initWasm(code))
  return opened
}

/** A drawing as PNG for a width in points, its words in the fonts of the theme. */
export function rasterized(svg: string, width: number, style: DocumentStyle): Uint8Array {
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.max(1, Math.round((width / 72) * RESOLUTION)) },
    background: '#ffffff',
    font: { fontBuffers: fontsFor(svg, style), defaultFontFamily: style.theme.families.heading },
  })
  const png = resvg.render().asPng()
  resvg.free()
  return png
}

/** The faces that a drawing may need: those of the theme, and of its fall-backs where it has letters that the theme lacks. */
function fontsFor(svg: string, { theme, fonts }: DocumentStyle): Uint8Array[] {
  const main = [...new Set([theme.families.heading, theme.families.body])]
  const families = PLAIN_LETTERS.test(svg) ? main : familiesForTheme(theme)
  const faces = families.flatMap(family =>
    [false, true].flatMap(bold => faceFor(fonts, { family, bold, italics: false })?.bytes ?? []),
  )
  return [...new Set(faces)]
}

const PLAIN_LETTERS = /^[\x09\x0A\x0D\x20-\x7EÀ-ſ‘’“”–—…«»¿¡·−≈]*$/

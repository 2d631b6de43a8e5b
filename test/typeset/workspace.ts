import { readdirSync, readFileSync } from 'node:fs'
import { Findings, SourceFile } from '../../src/diagnostics/index.js'
import type { Document } from '../../src/markup/index.js'
import { type DocumentStyle, openFonts, parseTheme, typeset } from '../../src/typeset/index.js'

/** A file of the package. */
export const readPackageFile = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))

/** The fonts of the package, opened once for all tests of a file. */
export const fonts = openFonts(
  [new SourceFile('fonts/fonts.yaml', readPackageFile('fonts/fonts.yaml').toString())],
  path => readPackageFile(`fonts/${path}`),
  () => {
    throw new Error('the fonts of the package must open')
  },
)

/** The theme files of the package, by name. */
export const themeFiles = new Map(
  readdirSync(new URL('../../templates/themes/', import.meta.url)).map(file => [
    file.replace('.yaml', ''),
    new SourceFile(`templates/themes/${file}`, readPackageFile(`templates/themes/${file}`).toString()),
  ]),
)

export function themeNamed(name: string) {
  const findings = new Findings()
  const theme = parseTheme(themeFiles, name, findings.report)
  if (!theme) throw new Error(findings.all.map(finding => finding.message).join('\n'))
  return theme
}

const A4 = { width: 595.28, height: 841.89, margins: { top: 64, right: 68, bottom: 68, left: 68 } }

export const styleOf = (more: Partial<DocumentStyle> & { name?: string } = {}): DocumentStyle => ({
  theme: themeNamed(more.name ?? 'default'),
  fonts,
  page: A4,
  typeSize: 10.5,
  created: new Date('2025-03-03T00:00:00Z'),
  ...more,
})

/** Prints a document; `found` are the codes of what was reported. */
export async function print(
  document: Document,
  more: Parameters<typeof styleOf>[0] = {},
  images: ReadonlyMap<string, Uint8Array> = new Map(),
) {
  const findings = new Findings()
  const assets = { read: (path: string) => images.get(path) }
  const printed = await typeset(document, styleOf(more), assets, findings.report)
  return { printed, all: findings.all, found: findings.all.map(finding => finding.code) }
}

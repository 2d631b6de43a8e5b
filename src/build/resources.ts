import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place, Report, SourceFile } from '../diagnostics/index.js'
import { type Locale, localeTag, parseLocale, type TemplateLibrary } from '../markup/index.js'
import { type Fonts, openFonts, parseTheme, type Theme } from '../typeset/index.js'
import { PACKAGE_ROOT } from './package.js'
import { readText, sha256 } from './read-file.js'
import { findResource, isInside, listResources, type Workspace } from './workspace.js'

/** What all editions of a build share; each file is read once. */
export interface Resources {
  readonly library: TemplateLibrary
  /** A theme by its name, parsed when it is first asked for; what is wrong is found each time. */
  theme(name: string, asker: Place, report: Report): Theme | undefined
  readonly fonts: Fonts
  /** Hashes of all of it. */
  readonly hashes: Readonly<Record<string, string>>
}

/**
 * Reads partials, locales, themes and fonts: the workspace's own where it has them, else the package's. `languages`
 * are those that are to be printed.
 */
export async function readResources(
  workspace: Workspace,
  languages: readonly string[],
  report: Report,
): Promise<Resources> {
  const partials = await readAll(workspace, 'templates/partials', '.hbs', report)
  const localeFiles = await readAll(workspace, 'templates/locales', '.yaml', report)
  const themes = await readAll(workspace, 'templates/themes', '.yaml', report)
  const fonts = await readFonts(workspace, report)
  return {
    library: { partials, locales: parseLocales(localeFiles, languages, report) },
    theme: themeShelf(themes),
    fonts: fonts.fonts,
    hashes: {
      partials: hashTexts(partials),
      locales: hashTexts(localeFiles),
      themes: hashTexts(themes),
      fonts: fonts.hash,
    },
  }
}

function themeShelf(files: ReadonlyMap<string, SourceFile>): Resources['theme'] {
  const parsed = new Map<string, Theme>()
  return (name, asker, report) => {
    const theme = parsed.get(name) ?? parseTheme(files, name, report, asker)
    if (theme) parsed.set(name, theme)
    return theme
  }
}

async function readAll(
  workspace: Workspace,
  folder: string,
  extension: string,
  report: Report,
): Promise<Map<string, SourceFile>> {
  const files = new Map<string, SourceFile>()
  for (const [name, path] of await listResources(workspace, folder, extension)) {
    const file = await readText(workspace, path, report)
    if (file) files.set(name, file)
  }
  return files
}

/** Parses the locales of some languages, and English for what they lack; all of them, if a language has none. */
function parseLocales(
  files: ReadonlyMap<string, SourceFile>,
  languages: readonly string[],
  report: Report,
): Map<string, Locale> {
  const tags = [FALLBACK, ...languages].map(language => localeTag(language, files.keys()))
  const wanted = tags.includes(undefined) ? files : pick(files, tags)
  const locales = new Map<string, Locale>()
  for (const [name, file] of wanted) {
    const locale = parseLocale(file, report)
    if (locale) locales.set(name, locale)
  }
  return locales
}

const FALLBACK = 'en'

function pick<Value>(all: ReadonlyMap<string, Value>, keys: readonly unknown[]): Map<string, Value> {
  return new Map([...all].filter(([key]) => keys.includes(key)))
}

async function readFonts(workspace: Workspace, report: Report): Promise<{ fonts: Fonts; hash: string }> {
  const manifests: SourceFile[] = []
  for (const root of new Set([PACKAGE_ROOT, workspace.root])) {
    const path = await findResource({ root }, 'fonts/fonts.yaml')
    if (path !== join(root, 'fonts/fonts.yaml')) continue
    const manifest = await readText(workspace, path, report)
    if (manifest) manifests.push(manifest)
  }
  const hashes: string[] = []
  const read = (path: string) => {
    const bytes = readFont(workspace, path)
    if (bytes) hashes.push(path, sha256(bytes))
    return bytes
  }
  return { fonts: openFonts(manifests, read, report), hash: sha256(hashes.join('\n')) }
}

/** Fonts are opened at once, when their manifest is read. */
function readFont(workspace: Workspace, path: string): Buffer | undefined {
  for (const root of [workspace.root, PACKAGE_ROOT]) {
    const absolute = join(root, 'fonts', path)
    if (!isInside({ root: join(root, 'fonts') }, absolute)) return undefined
    try {
      return readFileSync(absolute)
    } catch {}
  }
  return undefined
}

function hashTexts(files: ReadonlyMap<string, SourceFile>): string {
  return sha256(JSON.stringify([...files].map(([name, file]) => [name, file.text])))
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Findings, type Place, type Report, type SourceFile, sha256 } from '../../diagnostics/index.js'
import { type Locale, matchLocaleTag, parseLocale, type TemplateLibrary } from '../../markup/index.js'
import {
  type Fonts,
  fontFilesOf,
  openFonts,
  parseTheme,
  type Theme,
  themeChain,
} from '../../typeset/index.js'
import type { FileInput } from '../record/input-hashes.js'
import { rejectLinkOut } from '../workspace/links.js'
import { PACKAGE_ROOT } from '../workspace/package.js'
import { readTextFile, readTextFolder } from '../workspace/read-file.js'
import { findResource, isInside, type Workspace } from '../workspace/workspace.js'

/** What all editions of a build share; each file is read once. */
export interface Resources {
  /** Partials, and the locales that serve a language; what is wrong with these is found each time. */
  library(language: string, report: Report): TemplateLibrary
  /** A theme by its name, parsed when it is first asked for; what is wrong is found each time. */
  theme(name: string, asker: Place, report: Report): Theme | undefined
  readonly fonts: Fonts
  /** The files that a document in a language is set with, by the partials and the theme that it uses. */
  inputs(use: ResourceUse): FileInput[]
}

export interface ResourceUse {
  readonly partials: readonly string[]
  readonly theme: string
  /** Of fonts. */
  readonly families: readonly string[]
  readonly language: string
}

/** Reads partials, locales, themes and fonts: the workspace's own where it has them, else the package's. */
export async function readResources(workspace: Workspace, report: Report): Promise<Resources> {
  const partials = await readTextFolder(workspace, 'templates/partials', '.hbs', report)
  const locales = await readTextFolder(workspace, 'templates/locales', '.yaml', report)
  const themes = await readTextFolder(workspace, 'templates/themes', '.yaml', report)
  const fonts = await readFonts(workspace, report)
  const chains = new Map<string, readonly string[]>()
  const chainOf = (theme: string) => {
    const chain = chains.get(theme) ?? themeChain(themes, theme)
    chains.set(theme, chain)
    return chain
  }
  return {
    library: libraryLoader(partials, locales),
    theme: themeLoader(themes, fonts),
    fonts,
    inputs: use => [
      ...use.partials.map((name): FileInput => `resource:templates/partials/${name}.hbs`),
      ...chainOf(use.theme).map((name): FileInput => `resource:templates/themes/${name}.yaml`),
      ...localesFor(use.language, locales).map(
        (name): FileInput => `resource:templates/locales/${name}.yaml`,
      ),
      'both:fonts/fonts.yaml',
      ...fontFilesOf(fonts, use.families).map((path): FileInput => `resource:fonts/${path}`),
    ],
  }
}

function themeLoader(files: ReadonlyMap<string, SourceFile>, fonts: Fonts): Resources['theme'] {
  const parsed = new Map<string, Theme>()
  return (name, asker, report) => {
    const theme = parsed.get(name) ?? parseTheme(files, name, report, asker, fonts)
    if (theme) parsed.set(name, theme)
    return theme
  }
}

function libraryLoader(
  partials: ReadonlyMap<string, SourceFile>,
  files: ReadonlyMap<string, SourceFile>,
): Resources['library'] {
  const parsed = new Map<string, { locales: ReadonlyMap<string, Locale>; findings: Findings }>()
  return (language, report) => {
    const { locales, findings } = parsed.get(language) ?? parseLocales(files, language)
    parsed.set(language, { locales, findings })
    findings.passOn(report)
    return { partials, locales }
  }
}

/** Parses the locale of a language, and English for what it lacks; all of them, if the language has none. */
function parseLocales(
  files: ReadonlyMap<string, SourceFile>,
  language: string,
): { locales: ReadonlyMap<string, Locale>; findings: Findings } {
  const findings = new Findings()
  const tag = matchLocaleTag(language, files.keys())
  const locales = new Map<string, Locale>()
  for (const [name, file] of files) {
    const locale =
      tag && name !== tag && name !== FALLBACK_LOCALE ? undefined : parseLocale(file, findings.report)
    if (locale) locales.set(name, locale)
  }
  return { locales, findings }
}

const FALLBACK_LOCALE = 'en'

/** The locales that are looked for, there or not, and the one that serves. */
function localesFor(language: string, files: ReadonlyMap<string, SourceFile>): string[] {
  const found = matchLocaleTag(language, files.keys())
  const [primary = language] = language.split('-')
  return [...new Set([language, primary, ...(found === undefined ? [] : [found]), FALLBACK_LOCALE])]
}

async function readFonts(workspace: Workspace, report: Report): Promise<Fonts> {
  const manifests: SourceFile[] = []
  for (const root of new Set([PACKAGE_ROOT, workspace.root])) {
    const path = await findResource({ root }, 'fonts/fonts.yaml')
    if (path !== join(root, 'fonts/fonts.yaml')) continue
    const manifest = await readTextFile(workspace, path, report)
    if (manifest) manifests.push(manifest)
  }
  return openFonts(manifests, path => readFont(workspace, path, report), report)
}

/** Fonts are opened at once, when their manifest is read. */
function readFont(workspace: Workspace, path: string, report: Report): Buffer | undefined {
  for (const root of [workspace.root, PACKAGE_ROOT]) {
    const absolute = join(root, 'fonts', path)
    if (!isInside({ root: join(root, 'fonts') }, absolute)) return undefined
    if (rejectLinkOut(workspace, absolute, report)) return undefined
    try {
      const bytes = readFileSync(absolute)
      workspace.read.set(absolute, sha256(bytes))
      return bytes
    } catch {}
  }
  return undefined
}

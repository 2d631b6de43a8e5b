import type { SettingsFiles } from '../../brief/index.js'
import { CODES, Findings, type Place, type Report } from '../../diagnostics/index.js'
import { limitOfTheme } from '../../edition/index.js'
import type { TemplateLibrary } from '../../markup/index.js'
import { type Fonts, fontFilesOf, parseTheme, type Theme, themeChain } from '../../typeset/index.js'
import { type FileInput, InputHashes } from '../record/input-hashes.js'
import { readSettingsFolder } from '../workspace/read-file.js'
import { readFonts } from '../workspace/read-fonts.js'
import { THEMES_FOLDER } from '../workspace/read-house.js'
import { readTemplateFiles } from '../workspace/template-files.js'
import { listResources, type Workspace } from '../workspace/workspace.js'
import { RecentPictures } from './recent-pictures.js'

/** What all editions of a build share; each file is read once. */
export interface Resources {
  /** Partials, and the locales that serve some languages; what is wrong with these is found each time. */
  library(languages: readonly string[], report: Report): TemplateLibrary
  /** A theme by its name, parsed when it is first asked for; what is wrong is found each time. */
  theme(name: string, asker: Place, report: Report): Theme | undefined
  /** Where a theme, or one that it extends, limits the pages of an audience; undefined if none does. */
  limitPlace(theme: string, audience: string): Place | undefined
  readonly fonts: Fonts
  readonly pictures: RecentPictures
  /** The files that a document in some languages is set with, by the partials and the theme that it uses. */
  inputs(use: ResourceUse): FileInput[]
  /** Hashes of these files, as they were when they were read. */
  readonly hashes: InputHashes
}

export interface ResourceUse {
  readonly partials: readonly string[]
  readonly theme: string
  /** Of fonts. */
  readonly families: readonly string[]
  readonly languages: readonly string[]
}

/** Reads partials, locales, themes and fonts: the workspace's own where it has them, else the package's. */
export async function readResources(workspace: Workspace, report: Report): Promise<Resources> {
  const templates = await readTemplateFiles(workspace, report)
  const themes = await readSettingsFolder(workspace, THEMES_FOLDER, report)
  const fonts = await readFonts(workspace, report)
  const audiences = await listResources(workspace, 'templates', '.hbs')
  const chains = new Map<string, readonly string[]>()
  const chainOf = (theme: string) => {
    const chain = chains.get(theme) ?? [...new Set(themeChain(themes, theme))]
    chains.set(theme, chain)
    return chain
  }
  return {
    library: (languages, to) => templates.library(languages, errorsOnly(to)),
    theme: themeLoader(themes, fonts, [...audiences.keys()]),
    limitPlace: (theme, audience) => limitOfTheme(themes, theme, audience)?.place,
    fonts,
    hashes: new InputHashes(workspace),
    pictures: new RecentPictures(),
    inputs: use => [
      ...use.partials.map((name): FileInput => `resource:templates/partials/${name}.hbs`),
      ...chainOf(use.theme).map((name): FileInput => `both:templates/themes/${name}.yaml`),
      ...[...new Set(use.languages.flatMap(lang => templates.localeNames(lang)))].map(
        (name): FileInput => `resource:templates/locales/${name}.yaml`,
      ),
      'both:fonts/fonts.yaml',
      ...fontFilesOf(fonts, use.families).map((path): FileInput => `resource:fonts/${path}`),
    ],
  }
}

/** Warnings about templates and locales are given with the plan, whatever is printed anew. */
function errorsOnly(report: Report): Report {
  return (code, ...finding) => {
    if (CODES[code].severity === 'error') report(code, ...finding)
  }
}

function themeLoader(files: SettingsFiles, fonts: Fonts, audiences: readonly string[]): Resources['theme'] {
  const parsed = new Map<string, { readonly theme: Theme; readonly findings: Findings }>()
  return (name, asker, report) => {
    const findings = parsed.get(name)?.findings ?? new Findings()
    const theme =
      parsed.get(name)?.theme ?? parseTheme(files, name, findings.report, asker, { fonts, audiences })
    if (theme) parsed.set(name, { theme, findings })
    findings.passOn(report)
    return theme
  }
}

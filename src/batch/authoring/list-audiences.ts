import { join } from 'node:path'
import { type Diagnostic, Findings, UniqueFindings } from '../../diagnostics/index.js'
import { limitOfTheme } from '../../edition/index.js'
import { findLocale, partialNamesOf } from '../../markup/index.js'
import { AudienceStore } from '../workspace/audience-store.js'
import { PACKAGE_ROOT } from '../workspace/package.js'
import { readSettingsFolder } from '../workspace/read-file.js'
import { THEMES_FOLDER } from '../workspace/read-house.js'
import { TemplateChecks } from '../workspace/template-checks.js'
import { displayPath, fileNames, isInside, openWorkspace, type Workspace } from '../workspace/workspace.js'

/** An audience as `briefwright audiences` lists it. */
export interface ListedAudience {
  readonly name: string
  /** In the language that is asked for, where the locale translates it. */
  readonly title: string
  /** In the language of the template: nothing prints it. */
  readonly description: string
  /** The page limit, in its theme. */
  readonly pages: number
  readonly theme: string
  /** Labels of the schemes in force, with commas between them; `none` where it is cleared for none. */
  readonly clearance: string
  /** Printed only where a brief lists it or a command names it. */
  readonly on_request: boolean
  /** Whose template serves. */
  readonly source: 'workspace' | 'package'
  /** The template, relative to the workspace. */
  readonly file: string
}

/** The audiences that briefs of a workspace can be printed for, in their own themes or in one for all; with their titles in a language (BCP 47). */
export async function listAudiences(
  cwd: string,
  theme?: string,
  lang?: string,
): Promise<{ diagnostics: readonly Diagnostic[]; audiences: readonly ListedAudience[] }> {
  return listAudiencesOf(await openWorkspace(cwd), theme, lang)
}

/** The same of a workspace that is open, wherever its files are. */
export async function listAudiencesOf(
  workspace: Workspace,
  theme: string | undefined,
  lang: string | undefined,
): ReturnType<typeof listAudiences> {
  const findings = new Findings()
  const store = await AudienceStore.open(workspace, findings.report)
  const themes = await readSettingsFolder(workspace, THEMES_FOLDER, findings.report)
  const checks = new TemplateChecks(store, 'unknown')
  const { locales } = (await checks.files()).library(lang === undefined ? [] : [lang], () => {})
  const locale = lang === undefined ? undefined : findLocale(lang, locales)
  const audiences = (await store.load()).map(audience => {
    const { name, title, description, clearance, onRequest } = audience
    const inTheme = theme ?? audience.theme
    const { pages = audience.limit } = limitOfTheme(themes, inTheme, name) ?? {}
    const path = store.templates.get(name) ?? ''
    const own = workspace.root !== PACKAGE_ROOT && isInside({ root: `${workspace.root}/templates` }, path)
    const source = own ? ('workspace' as const) : ('package' as const)
    const labels = clearance.map(marking => store.house.markings.nameOf(marking)).join(', ')
    return {
      name,
      title: locale?.audienceTitle(title) ?? title,
      description,
      pages,
      theme: inTheme,
      clearance: labels || 'none',
      on_request: onRequest,
      source,
      file: displayPath(workspace, path),
    }
  })
  const checked = await Promise.all(store.names.map(name => checks.check(name, undefined)))
  const unused = await checks.checkUnused(await unusedPartials(checks, store, workspace))
  return { diagnostics: new UniqueFindings([...findings.all, ...checked.flat(), ...unused]).all, audiences }
}

/** The partials of the workspace itself that none of its templates prints. */
async function unusedPartials(
  checks: TemplateChecks,
  store: AudienceStore,
  workspace: Workspace,
): Promise<string[]> {
  const { partials } = await checks.files()
  const library = { partials, locales: new Map() }
  const used = new Set((await store.load()).flatMap(audience => partialNamesOf(audience, library)))
  const own = await fileNames(join(workspace.root, 'templates/partials'), workspace.files)
  return [...partials.keys()].filter(name => !used.has(name) && own.includes(`${name}.hbs`))
}

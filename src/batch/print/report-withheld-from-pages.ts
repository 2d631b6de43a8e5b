import { Findings, type Report } from '../../diagnostics/index.js'
import { type Edition, editionLanguages, reportWithheld } from '../../edition/index.js'
import { renderTemplate } from '../../markup/index.js'
import type { Workspace } from '../workspace/workspace.js'
import { readResources } from './resources.js'

/** Reports what is withheld from an edition as a build would, which depends on what its template prints; nothing else is said of it. */
export async function reportWithheldFromPages(
  edition: Edition,
  workspace: Workspace,
  report: Report,
): Promise<void> {
  const resources = await readResources(workspace, () => {})
  const found = new Findings()
  const document = renderTemplate(
    edition,
    resources.library(editionLanguages(edition), () => {}),
    found.report,
  )
  if (!document) return reportWithheld(edition.withheld, () => true, report)
  const codes = new Set(edition.withheld.map(({ code }) => code))
  for (const { code, place, message, hints } of found.all)
    if (codes.has(code)) report(code, place, message, ...hints)
}

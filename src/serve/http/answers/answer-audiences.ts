import { listAudiencesInMemory } from '../../../batch/index.js'
import { isLanguageTag } from '../../../brief/index.js'
import { diagnosticToJson, didYouMean, hasErrors, sortDiagnostics } from '../../../diagnostics/index.js'
import { HttpProblem } from '../protocol/http-problem.js'
import type { ServiceContext } from '../tools/service-tools.js'
import { findingsProblem } from './findings-problem.js'

type AudienceList = ReturnType<typeof listAudiencesInMemory>

/** What was listed for a workspace as it is now, as looking at all templates takes most of a second. */
const listed = new WeakMap<ReadonlyMap<string, Buffer>, Map<string, AudienceList>>()

/** `GET /v1/audiences`: what `audiences --json` says in the workspace of the client. */
export async function answerAudiences(c: ServiceContext): Promise<Response> {
  const query = c.req.query()
  for (const name of Object.keys(query))
    if (!PARAMETERS.includes(name))
      throw wrongParameter(name, 'unknown parameter', didYouMean(name, PARAMETERS))
  const { theme, lang } = query
  if (lang !== undefined && !isLanguageTag(lang))
    throw wrongParameter('lang', 'not a language tag (BCP 47)', 'write a code such as `en`')
  const files = await c.get('client').workspace.read()
  const { diagnostics, audiences } = await listOnce(files, theme, lang)
  if (audiences.length === 0 && hasErrors(diagnostics)) throw findingsProblem(diagnostics)
  const ok = !hasErrors(diagnostics)
  const found = sortDiagnostics(diagnostics).map(diagnosticToJson)
  return Response.json({ ok, diagnostics: found, audiences }, { headers: { 'Cache-Control': 'no-store' } })
}

const PARAMETERS = ['theme', 'lang']

function listOnce(
  files: ReadonlyMap<string, Buffer>,
  theme: string | undefined,
  lang: string | undefined,
): AudienceList {
  const known = listed.get(files) ?? new Map<string, AudienceList>()
  listed.set(files, known)
  const key = JSON.stringify([theme, lang])
  const list = known.get(key) ?? listAudiencesInMemory({ files }, theme, lang)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, list)
  return list
}

/** Themes and languages. */
const MOST_KEPT = 32

function wrongParameter(name: string, message: string, hint: string | undefined): HttpProblem {
  const field = name.slice(0, 60)
  return new HttpProblem(400, 'fields', `\`${field}\`: ${message}`, {
    hint,
    errors: [{ field, message, hint }],
  })
}

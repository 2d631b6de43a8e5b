import type { ListedAudience } from '../../batch/authoring/list-audiences.js'
import { hasErrors } from '../../diagnostics/index.js'
import { command } from '../command.js'
import { showFindings } from '../display/show-findings.js'
import { formatTable } from '../display/table.js'
import type { Io } from '../io.js'
import { knownLanguages, knownTheme } from '../known-names-asked.js'
import { templatePathAsked } from '../template-asked.js'
import { UsageError } from '../usage-error.js'

/** Lists the audiences that a brief can be printed for. */
export const audiencesCommand = command({
  name: 'audiences',
  describe: 'list the audiences, or copy a template or what it uses into the workspace to change it',
  positionals: {},
  options: {
    eject: {
      type: 'string',
      requiresArg: true,
      describe:
        "copy this audience's template to templates/, or themes/NAME, partials/NAME, locales/NAME, markings/NAME",
    },
    theme: {
      type: 'string',
      requiresArg: true,
      describe: 'list the page limits that audiences have in this theme',
    },
    lang: {
      type: 'string',
      requiresArg: true,
      describe: 'list the titles that audiences have in this language',
    },
    json: { type: 'boolean', describe: 'print them as one JSON document' },
  },
  examples: [
    ['', 'list all audiences, with their page limits'],
    ['--lang es', 'list them with their titles in Spanish'],
    ['--eject press', 'copy the template to templates/press.hbs, which serves from then on'],
    ['--eject themes/civic', 'copy the theme to templates/themes/civic.yaml'],
  ],
  async run(args, io) {
    if (args.eject !== undefined) return eject(args.eject, args.json === true, io)
    const { listAudiences } = await import('../../batch/authoring/list-audiences.js')
    const { diagnostics, audiences: listed } = await listAudiences(
      io.cwd,
      await knownTheme(args.theme, io.cwd),
      await languageAsked(args.lang, io.cwd),
    )
    if (!args.json) io.stdout.write(summary(listed))
    return showFindings(diagnostics, args.json === true, { audiences: listed }, io)
  },
})

async function languageAsked(asked: string | undefined, cwd: string): Promise<string | undefined> {
  if (asked === undefined) return undefined
  const [lang, ...others] = await knownLanguages([asked], cwd)
  if (others.length === 0) return lang
  throw new UsageError('`--lang` names several languages', 'name one language')
}

async function eject(asked: string, json: boolean, io: Io): Promise<number> {
  const path = await templatePathAsked(asked, io.cwd)
  const { ejectFile } = await import('../../batch/authoring/eject-file.js')
  const { diagnostics, file } = await ejectFile(io.cwd, path)
  const status = showFindings(diagnostics, json, { ejected: hasErrors(diagnostics) ? null : file }, io)
  if (status === 0 && !json) io.stdout.write(`wrote ${file}\n`)
  return status
}

function summary(listed: readonly ListedAudience[]): string {
  const rows = listed.map(({ name, title, pages, theme, clearance, on_request: onRequest, file }) => [
    name,
    title,
    String(pages),
    theme,
    clearance,
    onRequest ? 'on request' : 'by default',
    file,
  ])
  return formatTable([['name', 'title', 'pages', 'theme', 'clearance', 'printed', 'template'], ...rows], [2])
}

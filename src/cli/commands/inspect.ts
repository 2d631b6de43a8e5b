import { INSPECTED_STAGES } from '../../batch/inspected-stages.js'
import { command } from '../command.js'
import { fitTrace } from '../display/fit-trace.js'
import { escapeControls, showFindings } from '../display/show-findings.js'
import { knownAudiences, knownLanguages, knownTheme } from '../known-names-asked.js'
import { UsageError } from '../usage-error.js'

/** Shows what a stage makes of one edition. */
export const inspectCommand = command({
  name: 'inspect',
  arguments: '<brief>',
  needs: 'a brief',
  describe: 'show what a stage makes of one edition of a brief, and print nothing',
  positionals: {
    brief: { type: 'string', demandOption: true, describe: 'a YAML file' },
  },
  options: {
    audience: {
      alias: 'a',
      type: 'string',
      requiresArg: true,
      describe: 'the audience of the edition',
    },
    stage: {
      choices: INSPECTED_STAGES,
      requiresArg: true,
      describe: 'what to show: the selected edition as JSON, the HTML of its template, or an outline',
    },
    theme: { type: 'string', requiresArg: true, describe: 'theme, where it is not to be its own' },
    lang: { type: 'string', requiresArg: true, describe: 'language, where it is not to be its own' },
    'trace-fit': { type: 'boolean', describe: 'list the layouts that are tried to keep the page limit' },
    json: {
      type: 'boolean',
      describe: 'print the pages, where each block is on them, and findings as one JSON document',
    },
  },
  examples: [
    ['briefs/dam.yaml -a press --stage html', 'the HTML that the template prints'],
    ['briefs/dam.yaml -a press --stage tags', 'the tags of the PDF, as assistive technology finds them'],
    ['briefs/dam.yaml -a press --stage pages --json', 'what is on the pages, and where each block is'],
    ['briefs/dam.yaml -a press --trace-fit', 'how the page limit is kept'],
  ],
  async run(args, io) {
    const { audience, stage, brief } = args
    const traceFit = args['trace-fit'] === true
    const json = args.json === true
    if (audience === undefined) throw new UsageError('`inspect` needs an audience', 'name one: `-a press`')
    if (stage === undefined && !traceFit)
      throw new UsageError(
        '`inspect` needs a stage',
        `name one, such as \`--stage blocks\`, or use \`--trace-fit\``,
      )
    if (json && stage !== 'pages')
      throw new UsageError('`--json` goes with `--stage pages` alone', 'the other stages have one form')
    const [name = audience, second] = await knownAudiences([audience], io.cwd)
    if (second !== undefined) throw new UsageError('`inspect` shows one audience', `name one: \`-a ${name}\``)
    const theme = await knownTheme(args.theme, io.cwd)
    const [lang, otherLang] = await knownLanguages(args.lang === undefined ? [] : [args.lang], io.cwd)
    if (otherLang !== undefined)
      throw new UsageError('`inspect` shows one language', `name one: \`--lang ${lang}\``)
    const { inspectEdition } = await import('../../batch/inspect-edition.js')
    const { diagnostics, output, pages, trials } = await inspectEdition({
      cwd: io.cwd,
      brief,
      audience: name,
      theme,
      lang,
      stage,
      traceFit,
    })
    if (json) {
      const { pages: list = null, blocks = null } = pages ?? {}
      return showFindings(diagnostics, true, { pages: list, blocks, ...(traceFit && { trials }) }, io)
    }
    const status = showFindings(diagnostics, false, {}, io)
    if (output !== undefined) io.stdout.write(stage === 'edition' ? escapeControls(output) : output)
    if (traceFit) io.stdout.write(fitTrace(`fitting of ${audience}`, trials))
    return status
  },
})

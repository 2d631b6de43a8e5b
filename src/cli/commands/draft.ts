import { command } from '../command.js'
import { showFindings } from '../display/show-findings.js'
import { UsageError } from '../usage-error.js'

/** Drafts a brief from a news article. */
export const draftCommand = command({
  name: 'draft',
  arguments: '<article>',
  needs: 'an article',
  describe: 'write a first brief from a news article, to correct by hand',
  positionals: {
    article: { type: 'string', demandOption: true, describe: 'a text, a Markdown file or a saved web page' },
  },
  options: {
    output: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'write the brief to this file, and keep the text beside it if need be',
    },
    date: {
      type: 'string',
      requiresArg: true,
      describe: "the day that `last Tuesday` is counted from, as 2025-02-20; the article's own if left out",
    },
    lang: {
      type: 'string',
      requiresArg: true,
      describe:
        'the language of an article that is too short to tell it: en; only English can be drafted from',
    },
    json: { type: 'boolean', describe: 'print the draft as one JSON document, with places in the article' },
  },
  examples: [
    ['article.txt > briefs/affair.yaml', 'draft a brief, and look at it'],
    ['page.html -o briefs/affair.yaml', 'the same, with the text of the page in briefs/sources/affair.txt'],
  ],
  async run(args, io) {
    const date = args.date === undefined ? undefined : await dayOf(args.date)
    if (args.output !== undefined && !/[^/\\]\.ya?ml$/i.test(args.output))
      throw new UsageError(
        `\`${args.output}\` is no name of a brief`,
        'let it end in `.yaml`: `-o briefs/affair.yaml`',
      )
    if (/^[a-z]{2,}:\/\//i.test(args.article))
      throw new UsageError(
        `\`${args.article}\` is an address, not a file`,
        'save the page from your browser, then run `briefwright draft page.html`',
      )
    const lang = args.lang === undefined ? undefined : await languageTagOf(args.lang)
    const { draftFile } = await import('../draft-file.js')
    const { diagnostics, draft, written } = await draftFile({
      cwd: io.cwd,
      article: args.article,
      output: args.output,
      date,
      lang,
    })
    const { brief = null, fields = null } = draft?.json ?? {}
    const status = showFindings(diagnostics, args.json === true, { brief, fields, written }, io)
    if (args.json) return status
    if (args.output !== undefined) for (const path of written) io.stdout.write(`wrote ${path}\n`)
    else if (draft) io.stdout.write(draft.yaml)
    return status
  },
})

async function dayOf(text: string): Promise<string> {
  const { parseDate } = await import('../../brief/index.js')
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(text)) return text
  throw new UsageError(`\`${text}\` is no day`, 'write it as `--date 2025-02-20`')
}

async function languageTagOf(text: string): Promise<string> {
  const { isLanguageTag } = await import('../../brief/index.js')
  if (isLanguageTag(text)) return text
  throw new UsageError(`\`${text}\` is no language`, 'write its tag: `--lang en`')
}

import type { PackFormat } from '../../batch/pack/print-pack.js'
import { printable } from '../../diagnostics/index.js'
import { command } from '../command.js'
import { showFindings } from '../display/show-findings.js'
import { formatTable } from '../display/table.js'
import { knownFormats } from '../known-names-asked.js'
import { UsageError } from '../usage-error.js'

/** Prints several editions in one document. */
export const packCommand = command({
  name: 'pack',
  arguments: '<pack>',
  needs: 'a pack',
  describe: 'print several editions in one document, with a cover and contents',
  positionals: {
    pack: { type: 'string', demandOption: true, describe: 'a file NAME.pack.yaml' },
  },
  options: {
    out: {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      default: 'out',
      describe: 'the folder to print to: OUT/packs/NAME.pdf',
    },
    format: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'what to print it as, in the place of pdf: `pdf,html`',
    },
    json: { type: 'boolean', describe: 'print what was printed, and findings, as one JSON document' },
  },
  examples: [
    ['briefs/minister.pack.yaml', 'prints out/packs/minister.pdf'],
    ['briefs/minister.pack.yaml --json', 'says on which page each edition begins'],
  ],
  async run(args, io) {
    const { printPack } = await import('../../batch/pack/print-pack.js')
    const formats = knownFormats(args.format ?? ['pdf']).map(packFormat)
    const { diagnostics, printed } = await printPack({ cwd: io.cwd, pack: args.pack, out: args.out, formats })
    const json = args.json === true
    const status = showFindings(diagnostics, json, { pack: printed ?? null }, io)
    if (!json && printed) {
      const { files, pages, items } = printed
      const rows = items.map(item => [item.brief, item.audience, `p. ${item.first_page}`, String(item.pages)])
      io.stdout.write(formatTable([['brief', 'audience', 'begins', 'pages'], ...rows], [2, 3]))
      for (const { file, format } of files)
        io.stdout.write(`${printable(file)}${format === 'pdf' ? `: ${pages} pages` : ''}\n`)
    }
    return status
  },
})

function packFormat(format: ReturnType<typeof knownFormats>[number]): PackFormat {
  if (format !== 'png') return format
  throw new UsageError('a pack is not printed as pictures', 'print it as `pdf`, and its editions as `png`')
}

import { printable } from '../../diagnostics/index.js'
import { command } from '../command.js'
import { showFindings } from '../display/show-findings.js'
import { formatTable } from '../display/table.js'

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
    json: { type: 'boolean', describe: 'print what was printed, and findings, as one JSON document' },
  },
  examples: [
    ['briefs/minister.pack.yaml', 'prints out/packs/minister.pdf'],
    ['briefs/minister.pack.yaml --json', 'says on which page each edition begins'],
  ],
  async run(args, io) {
    const { printPack } = await import('../../batch/pack/print-pack.js')
    const { diagnostics, printed } = await printPack({ cwd: io.cwd, pack: args.pack, out: args.out })
    const json = args.json === true
    const status = showFindings(diagnostics, json, { pack: printed ?? null }, io)
    if (!json && printed) {
      const { file, pages, items } = printed
      const rows = items.map(item => [item.brief, item.audience, `p. ${item.first_page}`, String(item.pages)])
      io.stdout.write(formatTable([['brief', 'audience', 'begins', 'pages'], ...rows], [2, 3]))
      io.stdout.write(`${printable(file)}: ${pages} pages\n`)
    }
    return status
  },
})

/** Prints sources (a JSON list of strings) with Typst to 0.pdf, 1.pdf …: `node print-with-typst.cjs SOURCES FONTS FOLDER`. */
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')

if (require.main === module) {
  const [, , sources, fonts, folder] = process.argv
  const print = open(fonts)
  for (const [index, source] of JSON.parse(readFileSync(sources, 'utf8')).entries())
    writeFileSync(join(folder, `${index}.pdf`), print(source))
}

function open(fonts) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })
  return source => {
    const pdf = compiler.pdf({ mainFileContent: source })
    compiler.evictCache(0)
    return pdf
  }
}

module.exports = { open }

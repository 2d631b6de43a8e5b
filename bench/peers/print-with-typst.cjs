/** Prints a source (a JSON string) with Typst: `node print-with-typst.cjs SOURCE FONTS PDF`. */
const { readFileSync, writeFileSync } = require('node:fs')
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')

if (require.main === module) {
  const [, , source, fonts, output] = process.argv
  writeFileSync(output, open(fonts)(JSON.parse(readFileSync(source, 'utf8'))))
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

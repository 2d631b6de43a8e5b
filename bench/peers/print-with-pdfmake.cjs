/** Prints definitions (a JSON list) with pdfmake to 0.pdf, 1.pdf …: `node print-with-pdfmake.cjs DEFINITIONS FONTS FOLDER`. */
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const pdfmake = require('pdfmake')

if (require.main === module) {
  const [, , definitions, fonts, folder] = process.argv
  printAll(JSON.parse(readFileSync(definitions, 'utf8')), fonts, folder)
}

async function printAll(definitions, fonts, folder) {
  for (const [index, definition] of definitions.entries())
    writeFileSync(join(folder, `${index}.pdf`), await print(definition, fonts))
}

function print(content, folder) {
  const family = (path, name) => ({
    normal: join(folder, path, `${name}-Regular.ttf`),
    bold: join(folder, path, `${name}-Bold.ttf`),
    italics: join(folder, path, `${name}-Italic.ttf`),
    bolditalics: join(folder, path, `${name}-BoldItalic.ttf`),
  })
  pdfmake.setFonts({
    Serif: family('source-serif-4', 'SourceSerif4'),
    Sans: family('source-sans-3', 'SourceSans3'),
  })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  const running = (text, alignment, margin) => ({ text, fontSize: 8, alignment, margin })
  return pdfmake
    .createPdf({
      ...content,
      header: page => (page === 1 ? null : running(content.info.title, 'right', [68, 40, 68, 0])),
      footer: (page, pages) => running(`Page ${page} of ${pages}`, 'right', [68, 20, 68, 0]),
    })
    .getBuffer()
}

module.exports = { print }

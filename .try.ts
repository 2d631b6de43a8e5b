import { mkdirSync, writeFileSync } from 'node:fs'
import { sampleEditions } from './test/support/sample-editions.js'
import { pageSize } from './src/edition/index.js'
import { printHtml } from './src/export/html/print-html.js'
const theme = process.argv[2]
const out: string = process.argv[3] ?? '/tmp/p20html/html'
const { editions, resources } = await sampleEditions(theme && theme !== '-' ? { theme } : {})
let html = 0, pdf = 0
const cpu = () => { const c = process.cpuUsage(); return (c.user + c.system) / 1000 }
for (const e of editions) {
  const a = cpu()
  const { fitted, images, theme: t, audience } = await e.fit()
  await fitted.laidOut.print(() => {})
  const b = cpu()
  const style = { theme: t, fonts: resources.fonts, typeSize: audience.type.size, created: e.request.created, page: { ...pageSize(audience.page), margins: audience.page.margins } }
  const bytes = await printHtml({ document: fitted.variant.document, style, images }, { embedFonts: process.argv[4] === 'embed' }, () => {})
  const c = cpu()
  html += c - b; pdf += b - a
  mkdirSync(`${out}/${e.brief}`, { recursive: true })
  writeFileSync(`${out}/${e.brief}/${e.request.audience.name}.html`, bytes)
  console.log(e.brief, e.request.audience.name, bytes.length, Math.round(b - a), Math.round(c - b))
}
console.log('fit', Math.round(pdf), 'html', Math.round(html))

import { chromium } from 'playwright-core'
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
const [dir, outDir, filter = '', widths = '320,768,1280,dark'] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
import { mkdirSync, readFileSync } from 'node:fs'
mkdirSync(outDir, { recursive: true })
const axe = readFileSync('/work/main/node_modules/axe-core/axe.min.js', 'utf8')
for (const brief of readdirSync(dir)) for (const f of readdirSync(`${dir}/${brief}`).filter(x => x.endsWith('.html'))) {
  if (!`${brief}/${f}`.includes(filter)) continue
  for (const w of widths.split(',')) {
    const dark = w === 'dark'
    const page = await browser.newPage({ viewport: { width: dark ? 1000 : Number(w), height: 900 }, colorScheme: dark ? 'dark' : 'light', bypassCSP: false })
    const bad = []
    page.on('console', m => bad.push(m.text()))
    page.on('request', r => { if (!r.url().startsWith('file:') && !r.url().startsWith('data:')) bad.push('request ' + r.url()) })
    await page.goto(pathToFileURL(`${dir}/${brief}/${f}`).href)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (over > 0) bad.push(`scrolls sideways by ${over}: ` + await page.evaluate(() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scrolls')).slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join(' || ')))
    await page.evaluate(axe)
    const r = await page.evaluate(() => axe.run(document, { rules: { 'target-size': { enabled: true } } }))
    for (const v of r.violations) bad.push(`axe ${v.id} ${v.nodes.length}: ${v.nodes.slice(0, 2).map(n => n.html.slice(0, 160) + ' :: ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message)).join(' | ')}`)
    await page.screenshot({ path: `${outDir}/${brief}-${f.replace('.html', '')}-${w}.png`, fullPage: true })
    await page.close()
    if (bad.length) console.log(brief, f, w, bad)
  }
}
await browser.close()

import { chromium } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
const [outDir, ...specs] = process.argv.slice(2)
mkdirSync(outDir, { recursive: true })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const spec of specs) {
  const [file, w, mode] = spec.split('@')
  const page = await browser.newPage({ viewport: { width: Number(w), height: 900 }, colorScheme: mode === 'dark' ? 'dark' : 'light', forcedColors: mode === 'forced' ? 'active' : 'none' })
  await page.goto(pathToFileURL(file).href)
  const over = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, ...[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scrolls')).slice(0, 3).map(e => e.outerHTML.slice(0, 150))])
  if (over[0] > 0) console.log(spec, over)
  const name = file.split('/').slice(-2).join('-').replace('.html', '') + `-${w}${mode ? '-' + mode : ''}`
  if (mode === 'print') await page.pdf({ path: `${outDir}/${name}.pdf`, preferCSSPageSize: true, printBackground: false })
  else await page.screenshot({ path: `${outDir}/${name}.png`, fullPage: true })
  await page.close()
}
await browser.close()

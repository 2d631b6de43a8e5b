import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { printHtml } from '../../../src/export/html/print-html.js'
import { skip } from '../../support/skip.js'
import { printedSamples } from '../words/editions.js'

/** Debian's. */
const CHROMIUM = '/usr/bin/chromium'
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8')
/** A screen, and how it is asked for; the narrow one is what a page has at 400 per cent on a screen of 1280 pixels (WCAG 2.2, 1.4.10). */
const SCREENS = [
  { name: 'light', width: 1280, colorScheme: 'light' },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
  { name: 'narrow', width: 320, colorScheme: 'light' },
] as const

const browser = await launched()
const editions = browser ? await printedSamples() : []

async function launched(): Promise<Browser | undefined> {
  try {
    return await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  } catch {
    return undefined
  }
}

/** What axe finds on a page, what it asks for from elsewhere, and whether it has to be scrolled sideways. */
async function faultsOn(html: string, open: Browser): Promise<string[]> {
  const page = await open.newPage({ javaScriptEnabled: true })
  const faults: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith('data:')) faults.push(`asks for ${request.url()}`)
  })
  page.on('console', message => faults.push(message.text()))
  await page.setContent(html)
  await page.evaluate(AXE)
  for (const { name, width, colorScheme } of SCREENS) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const beyond: number = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    if (beyond > 0) faults.push(`${name}: ${beyond} pixels beyond the edge`)
    const { violations } = await page.evaluate<AxeResults>(
      'axe.run(document, { rules: { "target-size": { enabled: true } } })',
    )
    for (const { id, nodes } of violations) faults.push(`${name}: ${id} in ${nodes[0]?.html}`)
  }
  await page.close()
  return faults
}

test('there is a browser, and every sample edition is shown to it', () => {
  if (!browser) skip('no chromium')
  assert.is(editions.length, 24)
})

for (const { name, content } of editions)
  test(`axe finds nothing on ${name}, light, dark and narrow, and nothing is cut off`, async () => {
    if (!browser) skip('no chromium')
    const html = new TextDecoder().decode(await printHtml(content, { embedFonts: false }, () => {}))
    assert.equal(await faultsOn(html, browser), [])
  })

test('what axe finds fails', async () => {
  if (!browser) skip('no chromium')
  const faults = await faultsOn('<html lang="en"><p style="color:#999;width:400px">Grey</p>', browser)
  assert.ok(faults.some(fault => fault.includes('color-contrast')))
  assert.ok(faults.includes('narrow: 88 pixels beyond the edge'))
})

test.after(() => browser?.close())
test.run()

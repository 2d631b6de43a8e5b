import { test } from 'uvu'
import { testThemedEditions } from './themed-editions.js'

/** Points; the notes of a research note are set in 7.5. */
const SMALLEST: Readonly<Record<string, number>> = { public: 9, research: 7.5 }

await testThemedEditions({ smallest: audience => SMALLEST[audience] ?? 8 })

test.run()

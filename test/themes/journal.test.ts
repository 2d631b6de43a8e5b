import { test } from 'uvu'
import { testThemedEditions } from './themed-editions.js'

await testThemedEditions({ theme: 'journal', smallest: () => 8, running: [9, 10.5] })

test.run()

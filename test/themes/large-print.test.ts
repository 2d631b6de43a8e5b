import { test } from 'uvu'
import { testThemedEditions } from './themed-editions.js'

await testThemedEditions({ theme: 'large-print', smallest: () => 14, running: [16, 18] })

test.run()

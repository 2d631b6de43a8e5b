import { test } from 'uvu'
import { testThemedEditions } from './themed-editions.js'

await testThemedEditions({ theme: 'civic', smallest: () => 10, running: [12, 12] })

test.run()

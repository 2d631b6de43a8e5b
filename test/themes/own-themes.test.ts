import { test } from 'uvu'
import { testThemedEditions } from './themed-editions.js'

await testThemedEditions({ smallest: audience => (audience === 'public' ? 9 : 8) })

test.run()

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeArticles, scoreOf } from './articles.js'

const FOLDER = new URL('./articles/', import.meta.url)

/** The least share of quotations whose speaker is right. */
const FLOORS = [
  { name: 'articles that the rules were written with', folder: FOLDER, floor: 0.98 },
  { name: 'articles that the rules had not seen', folder: new URL('held-out/', FOLDER), floor: 0.94 },
]

for (const { name, folder, floor } of FLOORS)
  test(name, async () => {
    const { share, wrong } = scoreOf(await judgeArticles(folder))
    assert.ok(share >= floor, `${share.toFixed(3)}\n${wrong}`)
  })

test.run()

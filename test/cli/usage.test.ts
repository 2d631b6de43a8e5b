import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { run, workspace } from '../support/workspace.js'

const space = workspace()
const { root } = space

const WRONG: readonly (readonly [argv: string, message: string, hint: string])[] = [
  ['', 'name a command', 'run `briefwright --help`'],
  ['biuld', 'unknown command `biuld`', 'did you mean `build`?'],
  ['publish article.txt', 'unknown command `publish`', 'run `briefwright --help`'],
  ['draft', '`draft` needs an article', 'run `briefwright draft --help`'],
  ['draft a.txt -o a.txt', '`a.txt` is no name of a brief', 'let it end in `.yaml`'],
  ['draft a.txt --date Friday', '`Friday` is no day', 'write it as `--date 2025-02-20`'],
  ['build --alow-unverified', 'unknown option `--alow-unverified`', 'did you mean `--allow-unverified`?'],
  ['build -j none', '`--jobs` is `none`', 'write a number from 1 to 256'],
  ['build -j 0', '`--jobs` is `0`', 'write a number'],
  ['build -j 1.5', '`--jobs` is `1.5`', 'write a number'],
  ['build --shard 3', '`--shard` is `3`', 'write which part of how many, such as `2/8`'],
  ['build --shard 0/3', '`--shard` is `0/3`', 'write which part'],
  ['build --shard 4/3', '`--shard` is `4/3`', 'write which part'],
  ['build --watch --json', '`--watch` does not go with `--json`', ''],
  ['build --watch --dry-run', '`--watch` does not go with `--dry-run`', ''],
  ['build --data', '`--data` is given without a value', ''],
  ['build --no-json', 'unknown option `--no-json`', ''],
  ['build --allowUnverified', 'unknown option `--allowUnverified`', 'did you mean `--allow-unverified`?'],
  ['build --out', '`--out` is given without a value', ''],
  ['build --out=', '`--out` is given without a value', ''],
  ['build -o a -o b', '`--out` is given twice', ''],
  ['build --paper a5', '`--paper` cannot be `a5`', 'use one of "a4", "letter"'],
  ['build --theme civil', 'unknown theme `civil`', 'did you mean `civic`?'],
  ['inspect a.yaml -a press --stage html --theme x', 'unknown theme `x`', ''],
  ['audiences --theme civil', 'unknown theme `civil`', 'did you mean `civic`?'],
  ['build -a prss', 'unknown audience `prss`', 'did you mean `press`?'],
  ['build -a press,pubic', 'unknown audience `pubic`', 'did you mean `public`?'],
  ['build -a press,', '`--audience` names an empty audience', 'write `-a press,public`'],
  ['inspect a.yaml -a press,public --stage html', '`inspect` shows one audience', 'name one: `-a press`'],
  ['audiences --eject press,public', '`--eject` copies one template', 'name one: `--eject press`'],
  ['draft https://a.example/b', '`https://a.example/b` is an address, not a file', 'save the page'],
  ['check --update-lok', 'unknown option `--update-lok`', 'did you mean `--update-lock`?'],
  ['manifest', '`manifest` needs `merge`, and the manifests to merge', 'run `briefwright manifest --help`'],
  ['manifest split a', '`action` cannot be `split`', 'use one of "merge"'],
  ['new', '`new` needs a name', 'run `briefwright new --help`'],
  ['new one two', 'unknown argument `two`', ''],
  ['new ../one', '`../one` cannot be the name of a brief', 'use letters'],
  ['new .hidden', '`.hidden` cannot be the name of a brief', ''],
  ['new one.lock', '`one.lock` cannot be the name of a brief', ''],
  ['audiences --eject nobody', 'unknown audience `nobody`', 'use one of `analyst`'],
  ['audiences --eject civic', 'unknown audience `civic`', 'did you mean `themes/civic`?'],
  ['audiences --eject theme:civic', 'unknown template `theme:civic`', 'did you mean `themes/civic`?'],
  ['audiences --eject themes/civc', 'unknown template `themes/civc`', 'did you mean `themes/civic`?'],
  ['audiences --eject locales/xx', 'unknown template `locales/xx`', 'use one of `locales/de`'],
  ['schema extra', 'unknown argument `extra`', ''],
]

for (const [argv, message, hint] of WRONG)
  test(`\`briefwright ${argv}\` is wrong usage`, async () => {
    const { status, stdout, stderr } = await run(argv.split(' ').filter(Boolean), root)
    const [first, second = ''] = stderr.split('\n')
    assert.is(first, `error: ${message}`)
    assert.ok(second.startsWith(hint && `hint: ${hint}`), second)
    assert.is(status, 2)
    assert.is(stdout, '')
    assert.not.match(stderr, /\n {4}at /)
  })

test('nothing is written on wrong usage', () => {
  assert.equal(space.files(), [])
})

for (const command of ['build', 'check', 'new', 'audiences', 'schema', 'manifest'])
  test(`\`briefwright ${command} --help\` shows examples`, async () => {
    const { status, stdout, stderr } = await run([command, '--help'], root)
    assert.match(stdout, new RegExp(`Examples:\\n  briefwright ${command}`))
    assert.equal([status, stderr], [0, ''])
  })

test('help names every command', async () => {
  const { status, stdout } = await run(['--help'], root)
  for (const command of ['build', 'check', 'new', 'audiences', 'schema', 'manifest', 'completion'])
    assert.match(stdout, `briefwright ${command} `)
  assert.is(status, 0)
})

test('the version is that of the package', async () => {
  const { status, stdout } = await run(['--version'], root)
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
  assert.is(status, 0)
})

test('no colour but on a terminal, and there as the environment asks', async () => {
  assert.not.match((await run(['biuld'], root)).stderr, /\x1b/)
  assert.match((await run(['biuld'], root, { FORCE_COLOR: '1' })).stderr, /\x1b\[31m/)
  assert.not.match((await run(['biuld'], root, { FORCE_COLOR: '1', NO_COLOR: '1' })).stderr, /\x1b/)
})

test('what was typed cannot speak to the terminal', async () => {
  const { stderr } = await run(['\x1b[2J'], root)
  assert.match(stderr, 'unknown command `␛[2J`')
})

test.run()

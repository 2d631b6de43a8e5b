import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isFault, MarkingSchemes } from '../../../src/brief/index.js'
import { markingsOf } from '../../support/markings.js'

const both = markingsOf('tlp', 'uk')
const all = markingsOf('tlp', 'uk', 'us')

/** The scheme and the form in which a text is understood; of none, what is said of it. */
function read(text: string, markings = both): string {
  const marking = markings.read(text)
  return isFault(marking) ? `! ${marking.message}` : `${marking.scheme} ${marking.label} (${marking.portion})`
}

test('a label is read whatever its case, its blanks and the punctuation between its words', () => {
  for (const text of ['TLP:RED', 'tlp:red', ' TLP : Red ', 'TLP-RED', 'tlp red', 'ＴＬＰ：ＲＥＤ'])
    assert.is(read(text), 'tlp TLP:RED (TLP:RED)', text)
  for (const text of [
    'OFFICIAL-SENSITIVE',
    'Official-Sensitive',
    'official – sensitive',
    'OFFICIAL SENSITIVE',
  ])
    assert.is(read(text), 'uk OFFICIAL-SENSITIVE (O-S)', text)
  assert.is(read('Tlp: Amber + Strict'), 'tlp TLP:AMBER+STRICT (TLP:AMBER+STRICT)')
  assert.is(read('top\tsecret'), 'uk TOP SECRET (TS)')
  assert.is(read('TLP:WHITE'), 'tlp TLP:CLEAR (TLP:CLEAR)', 'as TLP 1.0 called it')
})

test('a label that is nearly one is none', () => {
  const texts = [
    'TLP:AMBRE',
    'TLPRED',
    'TLP:AMBER STRICT',
    'SECRETS',
    'NOT SECRET',
    'SECRET?',
    'OFFICIAL-SENSITVE',
    'TLP',
    'UK',
    '',
  ]
  for (const text of texts) assert.ok(read(text).startsWith('! '), text)
})

test('what is meant is among what a fault names as valid', () => {
  const valid = (text: string, markings = all) => {
    const fault = markings.read(text)
    return isFault(fault) ? fault.valid : []
  }
  assert.ok(valid('OFFICIAL-SENSITVE').includes('OFFICIAL-SENSITIVE'))
  assert.ok(valid('TOP SECRET//NOFRON').includes('TOP SECRET//NOFORN'), 'the caveats of that level')
  assert.ok(valid('SECRET OF ALL').includes('UK:SECRET'))
  assert.equal(valid('TLP:PINK', markingsOf('tlp')), [
    'TLP:CLEAR',
    'TLP:GREEN',
    'TLP:AMBER',
    'TLP:AMBER+STRICT',
    'TLP:RED',
  ])
})

test('a label of two schemes in force needs the name of its own', () => {
  assert.is(read('SECRET', all), '! `SECRET` is a label of the schemes `uk` and `us`')
  const fault = all.read('secret')
  assert.is(isFault(fault) && fault.hint, 'write `UK:SECRET` or `US:SECRET`')
  assert.is(read('UK:SECRET', all), 'uk SECRET (S)')
  assert.is(read('us:secret', all), 'us SECRET (S)')
  assert.is(read('US: Secret // noforn', all), 'us SECRET//NOFORN (S//NF)')
  assert.is(read('UK:SECRET'), 'uk SECRET (S)', 'where it does not need it, too')
  const marking = all.find('UK:SECRET')
  assert.is(marking && all.nameOf(marking), 'UK:SECRET')
  const official = all.find('UK:OFFICIAL')
  assert.is(official && all.nameOf(official), 'OFFICIAL')
})

test('a label of a scheme that is not in force is none, and the way to put it in force is said', () => {
  const fault = markingsOf('tlp').read('OFFICIAL')
  assert.ok(isFault(fault))
  assert.is(isFault(fault) && fault.message, '`OFFICIAL` is a label of the scheme `uk`, not in force here')
  assert.match((isFault(fault) && fault.hint) || '', '`markings: [tlp, uk]`')
  assert.is(read('OFFICIAL', new MarkingSchemes([])), '! no marking scheme is in force')
})

test('caveats stand in the order and the form of their scheme, whatever those they are written in', () => {
  const us = markingsOf('us')
  const forms = {
    'SECRET//NOFORN': 'us SECRET//NOFORN (S//NF)',
    'secret // noforn / orcon': 'us SECRET//ORCON/NOFORN (S//OC/NF)',
    'TOP SECRET//TK/SI//NOFORN': 'us TOP SECRET//SI/TK//NOFORN (TS//SI/TK//NF)',
    'SECRET//REL TO USA, FVEY': 'us SECRET//REL TO USA, FVEY (S//REL TO USA, FVEY)',
    'UNCLASSIFIED//FOR OFFICIAL USE ONLY': 'us UNCLASSIFIED//FOUO (U//FOUO)',
    'SECRET//NF/NF': 'us SECRET//NOFORN (S//NF)',
  }
  for (const [text, form] of Object.entries(forms)) assert.is(read(text, us), form)
  assert.is(read('SECRET//NOFRON', us), '! `SECRET//NOFRON` has `NOFRON`, which is not a caveat of `us`')
  assert.is(read('official-sensitive commercial'), 'uk OFFICIAL-SENSITIVE – COMMERCIAL (O-S – COMMERCIAL)')
  assert.is(read('NOFORN', us), '! `NOFORN` is not a label of `us`')
})

test.run()

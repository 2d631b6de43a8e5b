import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { proveQuotes, verdictOn } from '../helpers.js'

/** Pairs that the declared normalisation makes equal, each as the source has it and as a quotation may write it. */
const EQUAL: readonly (readonly [name: string, source: string, quote: string])[] = [
  ['composition', 'The cafe\u0301 will stay open all night', 'The caf\u00e9 will stay open all night'],
  ['Hangul', 'They read \u1112\u1161\u11ab out to all of us', 'They read \ud55c out to all of us'],
  ['ligatures', 'The eﬃcient oﬀice was ﬁrst with ﬂags ſtﬆ', 'The efficient office was first with flags ſtst'],
  ['apostrophes', 'We don’t know what the state’s plan is', "We don't know what the state's plan is"],
  [
    'low and reversed marks',
    'They call it „the long road‟ to peace',
    'They call it "the long road" to peace',
  ],
  ['guillemets', 'They call it « the long road » to peace', 'They call it “the long road” to peace'],
  ['single guillemets', 'They call it ‹the long road› to peace', "They call it 'the long road' to peace"],
  [
    'em dash with spaces',
    'The river — high and brown — took the bridge',
    'The river—high and brown—took the bridge',
  ],
  ['en dash', 'The river – high and brown – took the bridge', 'The river—high and brown—took the bridge'],
  [
    'two hyphens',
    'The river -- high and brown--took the bridge',
    'The river — high and brown — took the bridge',
  ],
  [
    'hyphen between spaces',
    'The river - high and brown - took the bridge',
    'The river—high and brown—took the bridge',
  ],
  [
    'kinds of hyphen',
    'A long\u2010standing and well\u2011known rule of law',
    'A long-standing and well-known rule of law',
  ],
  ['white space', 'One\u00a0two\u2009three\r\n\tfour\u3000five   six', 'One two three four five six'],
  ['soft hyphens', 'An inter\u00adfer\u00adence in our own affairs', 'An interference in our own affairs'],
  [
    'soft hyphen at a line end',
    'An inter\u00ad\nference in our own affairs',
    'An interference in our own affairs',
  ],
  [
    'zero width',
    'An inter\u200bfer\u2060ence in\ufeff our \u200eown affairs',
    'An interference in our own affairs',
  ],
  ['line-end hyphen, joined', 'An inter-\nference in our own affairs', 'An interference in our own affairs'],
  ['line-end hyphen, kept', 'A long-\nstanding refusal to yield', 'A long-standing refusal to yield'],
  [
    'line-end hyphen in the quotation',
    'An interference in our own affairs',
    'An inter-\nference in our own affairs',
  ],
  ['line-end hyphen between figures', 'The years 2010-\n15 were good', 'The years 2010-15 were good'],
  [
    'punctuation at the end',
    'We shall rebuild the old harbour, she said',
    'We shall rebuild the old harbour.',
  ],
  ['punctuation lacking at the end', 'We shall rebuild the old harbour.', 'We shall rebuild the old harbour'],
  ['exclamation mark lacking', 'Burn down the old harbour!', 'Burn down the old harbour'],
  [
    'comma at an inner mark',
    'They called it “a war,” and they meant it',
    'They called it "a war", and they meant it',
  ],
  [
    'comma at an inner single mark',
    'They called it ‘a war,’ and they meant it',
    "They called it 'a war', and they meant it",
  ],
  ['French spaces', 'Qui paiera donc le port\u00a0? Personne ici', 'Qui paiera donc le port? Personne ici'],
  [
    'first letter in brackets',
    'Today we shall rebuild the old harbour',
    '[W]e shall rebuild the old harbour',
  ],
  ['first letter lowered', 'We shall rebuild the old harbour', '[w]e shall rebuild the old harbour'],
  ['within brackets of the source', 'The port (we own it all) is closed', 'we own it all'],
  ['a Chinese clause', '我们不会关闭港口，我们会修好它，大家放心。', '我们会修好它'],
  ['Arabic comma', 'نحن نبني الميناء، وندفع للجميع', 'نحن نبني الميناء'],
  ['marks around the quotation', 'We shall rebuild the old harbour', '“We shall rebuild the old harbour.”'],
]

/** The same for the level of marks within a quotation, for white space within a figure or an abbreviation, and other scripts. */
const EQUAL_IN_DRESS: typeof EQUAL = [
  ['double as single', 'They call it “a war” and mean it', 'They call it ‘a war’ and mean it'],
  ['single as double', 'They call it ‘a war’ and mean it', 'They call it "a war" and mean it'],
  ['guillemets as double', 'They call it « a war » and mean it', 'They call it “a war” and mean it'],
  ['double as single guillemets', 'They call it “a war” and mean it', 'They call it ‹a war› and mean it'],
  ['German single marks', 'They call it ‚a war‘ and mean it', 'They call it “a war” and mean it'],
  ['a level below', 'She said “he said ‘no boats’ to us”', 'She said ‘he said “no boats” to us’'],
  ['punctuation at an inner mark', 'They call it ‘a war,’ and mean it', 'They call it “a war”, and mean it'],
  ['a genitive within', 'They like “the dogs’ old house” a lot', 'They like ‘the dogs’ old house’ a lot'],
  ['a question within', 'They asked “who pays?” and left us', 'They asked ‘who pays?’ and left us'],
  ['brackets within', 'They like it (“the old way”) a lot', "They like it ('the old way') a lot"],
  ['apostrophes beside marks', 'It’s ‘the boys’ and don’t ask', 'It\'s "the boys" and don\'t ask'],
  ['at the end', 'They want to call all of it ‘a war’', 'They want to call all of it “a war”'],
  ['per cent with a space', 'In all 10% of the boats are lost', 'In all 10 % of the boats are lost'],
  ['per cent without one', 'In all 10\u202f%, or more, are lost', 'In all 10%, or more, are lost'],
  ['abbreviated number', 'Read No.5 of the port rules', 'Read No. 5 of the port rules'],
  ['abbreviated page', 'Read p. 12 of the port rules', 'Read p.12 of the port rules'],
  ['Chinese stop', '我们不会关闭港口。', '我们不会关闭港口'],
  ['Arabic vowel signs', 'نَحْنُ نَبْنِي المِينَاءَ الجَدِيدَ', 'نحن نبني الميناء الجديد'],
  ['lengthened Arabic', 'نحن نبنـــي المينـاء الجديد', 'نحن نبني الميناء الجديد'],
]

for (const [name, source, quote] of EQUAL_IN_DRESS)
  for (const [has, writes] of [
    [source, quote],
    [quote, source],
  ] as const)
    test(`equal: ${name}: ${writes}`, () => {
      assert.is(verdictOn(writes, `Before it. ${has} `), 'verified')
    })

for (const [name, source, quote] of EQUAL) {
  test(`equal: ${name}`, () => {
    const { evidence, findings } = proveQuotes([quote], `Before it. ${source} and after it.`)
    assert.is(evidence.ofQuote(0)?.verdict, 'verified', findings.map(f => `${f.message} ${f.hints}`).join())
  })
}

/** Pairs that look alike, and are not the same words. */
const DIFFERENT: readonly (readonly [name: string, source: string, quote: string])[] = [
  ['case', 'We will not accept the offer', 'We will not Accept the offer'],
  ['first letter without brackets', 'We will not accept the offer', 'we will not accept the offer'],
  ['superscript', 'An area of 25 m² of open land', 'An area of 25 m2 of open land'],
  ['fraction', 'It was ½ of all we had', 'It was 1/2 of all we had'],
  ['circled figure', 'It was ① of all we had', 'It was 1 of all we had'],
  ['full-width figure', 'It was ２５ of all we had', 'It was 25 of all we had'],
  ['prime for a quotation mark', 'It is 5′ long and not wide', "It is 5' long and not wide"],
  ['figures', 'We spent 25 million on the port', 'We spent 26 million on the port'],
  ['cut figure at the end', 'The price rose by 3.5 million', 'The price rose by 3'],
  ['currency at the beginning', 'They paid $5 million for the port', '5 million for the port'],
  ['percent at the end', 'The price of it rose by 5% overnight', 'The price of it rose by 5'],
  ['minus sign', 'It was −5 degrees in the port', 'It was -5 degrees in the port'],
  ['cut compound', 'The man was not well-known here', 'The man was not well'],
  ['cut contraction', "We can't and we won't stay", 'We can'],
  ['cut word at the beginning', 'A disagreement about the old port', 'agreement about the old port'],
  [
    'hyphen and dash in a word',
    'A U.S.–Mexico border of long standing',
    'A U.S.-Mexico border of long standing',
  ],
  ['hyphen in a word', 'We must recover the old harbour', 'We must re-cover the old harbour'],
  ['comma within', 'Let us eat, children of the port', 'Let us eat children of the port'],
  ['question mark lacking', 'Who will pay for the old harbour?', 'Who will pay for the old harbour'],
  ['question as a statement', 'Who will pay for the old harbour?', 'Who will pay for the old harbour.'],
  ['statement as a question', 'You will pay for the old harbour.', 'You will pay for the old harbour?'],
  ['exclamation as a statement', 'Burn down the old harbour!', 'Burn down the old harbour.'],
  [
    'inner quotation marks lacking',
    'They want “free” trade with the port',
    'They want free trade with the port',
  ],
  ['words run together', 'We want all ready in the port', 'We want already in the port'],
  [
    'inner single marks lacking',
    'They want ‘free’ trade with the port',
    'They want free trade with the port',
  ],
  ['inner marks added', 'They want free trade with the port', 'They want ‘free’ trade with the port'],
  ['inner marks moved', 'They want “free trade” with the port', 'They want ‘free trade with’ the port'],
  [
    'an apostrophe for a mark',
    'They want the boats’ engines checked',
    'They want the boats” engines checked',
  ],
  ['cut number', 'You must read it in No.5 of the rules', 'You must read it in No.'],
  ['cut abbreviation', 'Read No.5 of the port rules', '5 of the port rules'],
  ['cut per cent with a space', 'The price of it rose by 5 % overnight', 'The price of it rose by 5'],
  ['per mille', 'In all 10 % of the boats are lost', 'In all 10‰ of the boats are lost'],
  ['grouped figures', 'In all 10 000 of the boats are lost', 'In all 10,000 of the boats are lost'],
  ['a Chinese question', '我们会关闭港口吗？', '我们会关闭港口吗。'],
  ['a cut Chinese word', '我们不能接受这个港口。', '能接受这个港口'],
  ['an Arabic question', 'هل نبني الميناء الجديد؟', 'هل نبني الميناء الجديد.'],
  ['an Arabic letter', 'نحن نبني الميناء الجديد', 'نحن نبنى الميناء الجديد'],
  ['an Arabic hamza', 'نحن أبناء الميناء الجديد', 'نحن ابناء الميناء الجديد'],
  ['figures at a line end', 'The years 2010-\n15 were good', 'The years 201015 were good'],
]

for (const [name, source, quote] of DIFFERENT) {
  test(`different: ${name}`, () => {
    const verdict = verdictOn(quote, `Before it. ${source} and after it.`)
    assert.ok(verdict === 'altered' || verdict === 'missing', verdict)
  })
}

test('equal quotations have equal hashes', () => {
  const hashes = (quotes: readonly string[], source: string) =>
    new Set(proveQuotes(quotes, source).evidence.proofs.map(({ hash }) => hash)).size
  const source = 'He said: the state’s long-\nstanding rule—“old, tried”—stays.'
  assert.is(
    hashes(
      [
        'the state’s long-standing rule—“old, tried”—stays.',
        '“the state\'s  long-standing rule -- "old, tried" – stays,”',
        'the\u00a0state’s long-stand\u00ading rule - «\u202fold, tried\u202f» - stays',
        "[T]he state's long-standing rule—„old, tried“—stays;",
      ],
      source,
    ),
    1,
  )
  assert.is(hashes(['the state’s long', 'The state’s long'], source), 2)
  assert.is(hashes(['old, tried', 'old tried'], source), 2)
})

test.run()

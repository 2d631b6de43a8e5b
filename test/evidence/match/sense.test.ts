import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, proveBrief } from '../helpers.js'

const LEFT_OUT = 'omission-hides-negation'
const INSERTED = 'quote-inserts-negation'
const DOUBTFUL = 'quote-sense-doubtful'
const ABRIDGED = 'quote-abridged'

/** The findings on a quotation of what somebody said. */
function judge(quote: string, said: string, lang = 'en', marks = '“”'): string {
  const yaml = `title: T\nas_of: 2025-01-01\nquotes:\n  - {text: ${JSON.stringify(quote)}, source: a}\nsources:\n  - {id: a, title: A, lang: ${lang}}\n`
  const text = `Before.\n\n${marks.charAt(0)}${said}${marks.charAt(1)} Ana Ruiz.\n\nAfter it all.`
  const { evidence, findings } = proveBrief(yaml, { a: text })
  const codes = codesOf(findings).filter(code => code !== ABRIDGED)
  const verdict = evidence.ofQuote(0)?.verdict
  const isError = codes.some(
    code => code === LEFT_OUT || code === INSERTED || code === 'quote-drops-question',
  )
  assert.is(
    verdict === 'altered',
    isError,
    `${verdict}: ${codes.join()} ${findings.map(f => f.message).join()}`,
  )
  return codes.join()
}

function cases(
  name: string,
  lang: string,
  rows: readonly (readonly [quote: string, said: string, ...expected: string[]])[],
): void {
  for (const [quote, said, ...expected] of rows)
    test(`${name} (${lang}): ${quote} < ${said}`, () => {
      assert.is(judge(quote, said, lang), expected.join())
    })
}

cases('inserted', 'en', [
  ['We will [not] sell the yard', 'We will sell the yard.', INSERTED],
  ['We will [never] sell the yard', 'We will sell the yard.', INSERTED],
  ['[No] berth will be sold', 'berth will be sold.', INSERTED],
  ['We [cannot] sell the yard', 'We sell the yard.', INSERTED],
  ['We [hardly] sell the yard', 'We sell the yard.', INSERTED],
  ['We [refuse to] sell the yard', 'We sell the yard.', INSERTED],
  ['We will sell the yard [only] in May', 'We will sell the yard in May.', INSERTED],
  ['We will sell the yard [unless they pay]', 'We will sell the yard.', INSERTED],
  ['We can[not] sell the yard', 'We can sell the yard.', INSERTED],
  ['We are [un]able to sell the yard', 'We are able to sell the yard.', INSERTED],
  ['We [do not] sell the yard', 'We never sell the yard.', DOUBTFUL],
  ['We will sell it [the yard]', 'We will sell it.'],
  ['We will sell it [yard No. 5]', 'We will sell it.'],
  ['We will [no doubt] sell the yard', 'We will sell the yard.'],
  ['He [the owner who never paid] will sell it', 'He will sell it.', DOUBTFUL],
  ['The [fishing] boats stay', 'The boats stay.'],
])
cases('inserted', 'es', [
  ['Vamos [a no] vender el muelle', 'Vamos vender el muelle.', INSERTED],
  ['Nosotros [nunca] venderemos el muelle', 'Nosotros venderemos el muelle.', INSERTED],
  ['Lo venderemos [el muelle]', 'Lo venderemos.'],
])
cases('inserted', 'fr', [
  ['Nous [ne] vendrons [pas] le quai', 'Nous vendrons le quai.', INSERTED],
  ['Nous le vendrons [le quai]', 'Nous le vendrons.'],
])
cases('inserted', 'de', [
  ['Wir werden den Kai [nicht] verkaufen', 'Wir werden den Kai verkaufen.', INSERTED],
  ['Wir verkaufen ihn [den Kai]', 'Wir verkaufen ihn.'],
])
cases('inserted', 'nl', [
  ['Wij verkopen de kade [niet]', 'Wij verkopen de kade.', INSERTED],
  ['Wij verkopen haar [de kade]', 'Wij verkopen haar.'],
])

cases('cut at the beginning', 'en', [
  ['… we will sell the yard', 'It is not true that we will sell the yard.', LEFT_OUT],
  ['… we will sell the yard', 'I never said we will sell the yard.', LEFT_OUT],
  ['we will sell the yard', 'I never said we will sell the yard.', LEFT_OUT],
  ['[W]e will sell the yard', 'I would be lying if I said we will sell the yard.', LEFT_OUT],
  ['we will sell the yard', 'Nobody believes that we will sell the yard.', LEFT_OUT],
  ['we will sell the yard', 'They claim that we will sell the yard.', DOUBTFUL],
  ['… we sell the yard', 'We can stay only if we sell the yard.', LEFT_OUT],
  ['we sell the yard', 'They will be paid if we sell the yard.', LEFT_OUT],
  ['we sell the yard', 'Unless we sell the yard, the crews go home.', LEFT_OUT],
  ['we will sell the yard', 'If the state pays, we will sell the yard.', LEFT_OUT],
  ['sell the yard to anybody', 'We will not sell the yard to anybody.', LEFT_OUT],
  ['must sell the yard', 'I do not think that all of us must sell the yard.', DOUBTFUL],
  [
    '[They] must sell the yard',
    'I do not think that all of us here in this town must sell the yard.',
    LEFT_OUT,
  ],
  ['[I do not think we] must sell', 'I do not think that all of us must sell.', DOUBTFUL],
  ['we will sell the yard', 'We deny that we will sell the yard.', LEFT_OUT],
  ['we will sell the yard', 'I doubt we will sell the yard.', LEFT_OUT],
  ['we will sell the yard', 'We have no money left, but we will sell the yard.'],
  ['we will sell the yard', 'We do not like it; we will sell the yard.'],
  ['we will sell the yard', 'There is no doubt that we will sell the yard.'],
  ['we will sell the yard', 'Nothing is settled. Then we will sell the yard.'],
  ['We will sell the yard', 'That is not so. We will sell the yard.'],
  ['we will sell the yard', 'Even if it rains, we will sell the yard.'],
  ['we will sell the yard', 'I say that we will sell the yard.'],
  ['[the town] will sell the yard', 'We waited, and this will sell the yard.'],
  ['we will sell the yard', 'Although nobody asked us, we will sell the yard.'],
])
cases('cut at the beginning', 'es', [
  ['… vamos a vender el muelle', 'No es verdad que vamos a vender el muelle.', LEFT_OUT],
  ['vamos a vender el muelle', 'Nunca dije que vamos a vender el muelle.', LEFT_OUT],
  ['vendemos el muelle', 'Solo si vendemos el muelle, se quedan.', LEFT_OUT],
  ['vamos a vender el muelle', 'Sin duda vamos a vender el muelle.'],
  ['vamos a vender el muelle', 'No nos gusta, pero vamos a vender el muelle.'],
])
cases('cut at the beginning', 'fr', [
  ['… nous allons vendre le quai', 'Il est faux que nous allons vendre le quai.', LEFT_OUT],
  ['nous allons vendre le quai', 'Je n’ai jamais dit que nous allons vendre le quai.', LEFT_OUT],
  ['nous vendons le quai', 'Ils restent si nous vendons le quai.', LEFT_OUT],
  ['nous allons vendre le quai', 'Cela ne plaît pas, mais nous allons vendre le quai.'],
])
cases('cut at the beginning', 'de', [
  ['… wir den Kai verkaufen', 'Es stimmt nicht, dass wir den Kai verkaufen.', LEFT_OUT],
  ['wir den Kai verkaufen', 'Ich habe nie gesagt, dass wir den Kai verkaufen.', LEFT_OUT],
  ['wir den Kai verkaufen', 'Sie bleiben nur, wenn wir den Kai verkaufen.', LEFT_OUT],
  ['wir werden den Kai verkaufen', 'Das gefällt keinem, aber wir werden den Kai verkaufen.'],
])
cases('cut at the beginning', 'nl', [
  ['… wij de kade verkopen', 'Het is niet waar dat wij de kade verkopen.', LEFT_OUT],
  ['wij de kade verkopen', 'Niemand gelooft dat wij de kade verkopen.', LEFT_OUT],
  ['wij de kade verkopen', 'Zij blijven alleen als wij de kade verkopen.', LEFT_OUT],
  ['wij gaan de kade verkopen', 'Leuk is het niet, maar wij gaan de kade verkopen.'],
])

cases('cut at the end', 'en', [
  ['We will sell the yard', 'We will sell the yard only if the state pays.', LEFT_OUT],
  ['We will sell the yard …', 'We will sell the yard unless the state pays.', LEFT_OUT],
  ['We will sell the yard', 'We will sell the yard, if the state pays.', LEFT_OUT],
  ['We will sell the yard', 'We will sell the yard in May if the state pays.', LEFT_OUT],
  ['We support every measure', 'We support every measure except the new tax.', LEFT_OUT],
  ['We will sell the yard', 'We will sell the yard, and that is a lie.', LEFT_OUT],
  ['we will sell the yard', 'That we will sell the yard is not true.', LEFT_OUT],
  ['We will sell the yard …', 'We will sell the yard only in May.', LEFT_OUT],
  ['We will sell the yard', 'We will sell the yard only in May.', DOUBTFUL],
  ['We will sell the yard', 'We will sell the yard, but not this year.', DOUBTFUL],
  ['We will sell the yard', 'We will sell the yard, and we will not sell the boats.'],
  ['We will sell the yard …', 'We will sell the yard, not the boats.'],
  ['We will sell the yard', 'We will sell the yard even if it rains.'],
  ['We will sell the yard', 'We will sell the yard, and if they refuse, we will wait.'],
  ['We will sell the yard', 'We will sell the yard. If they refuse, we wait.'],
  ['We will sell the yard', 'We will sell the yard and the boats.'],
])
cases('cut at the end', 'es', [
  ['Vamos a vender el muelle', 'Vamos a vender el muelle solo si pagan.', LEFT_OUT],
  ['Vamos a vender el muelle', 'Vamos a vender el muelle, y no los barcos.'],
])
cases('cut at the end', 'fr', [
  ['Nous vendrons le quai', 'Nous vendrons le quai à condition que l’État paie.', LEFT_OUT],
  ['Nous vendrons le quai', 'Nous vendrons le quai et les bateaux.'],
])
cases('cut at the end', 'de', [
  ['Wir verkaufen den Kai', 'Wir verkaufen den Kai nicht.', LEFT_OUT],
  ['Wir verkaufen den Kai', 'Wir verkaufen den Kai in diesem Jahr nicht.', LEFT_OUT],
  ['Wir verkaufen den Kai', 'Wir verkaufen den Kai, wenn sie zahlen.', LEFT_OUT],
  ['Wir verkaufen den Kai', 'Wir verkaufen den Kai, aber die Boote verkaufen wir nicht.'],
])
cases('cut at the end', 'nl', [
  ['Wij verkopen de kade', 'Wij verkopen de kade niet.', LEFT_OUT],
  ['Wij verkopen de kade', 'Wij verkopen de kade tenzij zij betalen.', LEFT_OUT],
  ['Wij verkopen de kade', 'Wij verkopen de kade en de boten.'],
])

cases('left out', 'en', [
  ['The owner … take the money', 'The owner refused to take the money.', LEFT_OUT],
  ['The owner … take the money', 'The owner failed to take the money.', LEFT_OUT],
  ['The owner … taking the money', 'The owner stopped short of taking the money.', LEFT_OUT],
  ['The yard is … safe', 'The yard is far from safe.', LEFT_OUT],
  ['It is … that we took it', 'It is wrong that we took it.', LEFT_OUT],
  ['It is … to sell the yard', 'It is impossible to sell the yard.', LEFT_OUT],
  ['We are … pay the crews', 'We are unable to pay the crews.', LEFT_OUT],
  ['We can sell everything … the yard', 'We can sell everything without the yard.', LEFT_OUT],
  ['We can … sell the yard', 'We can hardly sell the yard.', LEFT_OUT],
  ['We will … sell the yard', 'We will, if asked, sell the yard.', LEFT_OUT],
  ['We will sell … the yard', 'We will sell not only the boats but also the yard.'],
  ['We will … sell the yard', 'We will no doubt sell the yard.'],
  ['We see … a good plan', 'We see nothing but a good plan.'],
  ['The yard … will be sold', 'The yard, which nobody likes, will be sold.'],
  ['The plan … is ready', 'The plan that failed in May is ready.', DOUBTFUL],
  ['We will sell the yard. … We will pay', 'We will sell the yard. There is no money. We will pay.'],
  ['They will sell the yard. … We will pay', 'They will sell the yard. No. We will pay.', LEFT_OUT],
  [
    'They will sell the yard. … We will pay',
    'They will sell the yard. That is a lie. We will pay.',
    LEFT_OUT,
  ],
  ['They will sell … We will pay', 'They will sell the yard. If it rains, we wait. We will pay.'],
  ['We will sell … we will pay', 'We will sell. Nobody believes that we will pay.', LEFT_OUT],
])
cases('left out', 'es', [
  ['El dueño … aceptar el dinero', 'El dueño se negó a aceptar el dinero.', LEFT_OUT],
  ['Es … que lo tomamos', 'Es falso que lo tomamos.', LEFT_OUT],
  ['Venderemos … el muelle', 'Venderemos no solo los barcos sino también el muelle.'],
])
cases('left out', 'fr', [
  ['Le patron … de prendre l’argent', 'Le patron refuse de prendre l’argent.', LEFT_OUT],
  ['Nous … vendre le quai', 'Nous ne pouvons pas vendre le quai.', LEFT_OUT],
  ['Nous vendrons … le quai', 'Nous vendrons non seulement les bateaux mais aussi le quai.'],
])
cases('left out', 'de', [
  ['Der Wirt … das Geld zu nehmen', 'Der Wirt weigert sich, das Geld zu nehmen.', LEFT_OUT],
  ['Wir verkaufen … den Kai', 'Wir verkaufen alles außer den Kai.', LEFT_OUT],
  ['Wir verkaufen … den Kai', 'Wir verkaufen nicht nur die Boote, sondern auch den Kai.'],
])
cases('left out', 'nl', [
  ['De baas … het geld aan te nemen', 'De baas weigerde het geld aan te nemen.', LEFT_OUT],
  ['Wij verkopen alles … de kade', 'Wij verkopen alles behalve de kade.', LEFT_OUT],
  ['Wij verkopen … de kade', 'Wij verkopen niet alleen de boten maar ook de kade.'],
])

test('a language without lists is not checked, and this is said of abridged quotations only', () => {
  const said = 'Sprzedamy stary port i wszystkie łodzie.'
  assert.is(judge('Sprzedamy … wszystkie łodzie', said, 'pl'), 'quote-sense-unchecked')
  assert.is(judge('Sprzedamy stary port', said, 'pl'), '')
  assert.is(judge('Non … vendere le barche', 'Non vogliamo mai vendere le barche.', 'it'), LEFT_OUT)
  assert.is(judge('Vogliamo … le barche', 'Vogliamo vendere le barche.', 'it'), 'quote-sense-unchecked')
})

test('the frame stands before the interruption of a reporter', () => {
  assert.is(
    judge('we will sell the yard', 'It is not true,” she said, “that we will sell the yard.'),
    LEFT_OUT,
  )
  assert.is(judge('we will sell the yard', 'It is not true.” She went on: “And we will sell the yard.'), '')
})

const DROPPED = 'quote-drops-question'
const CUT = 'quote-cuts-question'
cases('a question', 'en', [
  ['We should sell the yard', 'We should sell the yard?', DROPPED],
  ['We should sell the yard?', 'We should sell the yard?'],
  ['we sell the yard', 'Should we sell the yard or the boats?', CUT],
  ['Should we sell the yard … We will pay', 'Should we sell the yard? We will pay.', DROPPED],
  ['Should we sell … We will pay', 'Should we sell the yard? We will pay.', CUT],
  ['Should we sell the yard? … We will pay', 'Should we sell the yard? Well. We will pay.'],
  ['We sell the yard', 'We sell the yard. And then?'],
  ['We sell the yard', 'We sell the yard — is that clear?'],
  ['Sell the yard', 'Sell the yard!'],
])
cases('a question', 'es', [
  ['Vendemos el muelle', '¿Vendemos el muelle?', DROPPED],
  ['¿Vendemos el muelle?', '¿Vendemos el muelle?'],
  ['Si llueve', 'Si llueve, ¿vendemos el muelle?'],
])
cases('a question', 'el', [
  ['Θα κλείσουμε το λιμάνι', 'Θα κλείσουμε το λιμάνι;', DROPPED],
  ['Θα κλείσουμε το λιμάνι;', 'Θα κλείσουμε το λιμάνι;'],
  ['Θα κλείσουμε το λιμάνι;', 'Θα κλείσουμε το λιμάνι.', DROPPED],
  ['Θα κλείσουμε το λιμάνι', 'Θα κλείσουμε το λιμάνι.'],
])

test('a question in full-width or Arabic marks is no statement', () => {
  assert.is.not(judge('ماذا تريد الحكومة', 'ماذا تريد الحكومة؟', 'ar'), '')
  assert.is.not(judge('我们 关闭 港口', '我们 关闭 港口？', 'zh'), '')
})

test.run()

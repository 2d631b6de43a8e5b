import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { speakersOf } from '../../draft/helpers.js'

/** What introduces the two people of most of the texts. */
const SCENE =
  'Mayor Ingrid Solheim met Tomas Varga, the head of the dockers’ union, on the new pier. The two talked for an hour.\n\n'

/** Each rule with sentences in which it holds; the speaker is expected last. */
const RULES: Readonly<Record<string, readonly (readonly [text: string, ...speakers: string[]])[]>> = {
  'a verb after the quotation': [
    ['“The pier will open in the spring,” Solheim said.', 'Ingrid Solheim'],
    ['“The pier will open in the spring,” Solheim told reporters on Friday.', 'Ingrid Solheim'],
    [
      '“The pier will open in the spring,” Ingrid Solheim, who was elected last year, said.',
      'Ingrid Solheim',
    ],
    ['“The pier will open in the spring,” Solheim has repeatedly promised.', 'Ingrid Solheim'],
    ['“Will the pier open in the spring?” Varga asked.', 'Tomas Varga'],
    ['“Open it now, all of it!” Varga shouted from the crowd.', 'Tomas Varga'],
    ['"The pier will open in the spring," Solheim declared while cutting the ribbon.', 'Ingrid Solheim'],
    ['“The pier will open in the spring”, Solheim added.', 'Ingrid Solheim'],
    ['“We were never asked about it,” Varga later wrote on his page.', 'Tomas Varga'],
    ['“The pier will open in the spring,” tweeted Solheim.', 'Ingrid Solheim'],
    ['“The pier will open in the spring,” Rep. Dana Ruiz (D-N.M.) said Monday.', 'Dana Ruiz'],
    ['“The pier will open in the spring,” Sen. Carl Ostrow, R-Ohio, told the committee.', 'Carl Ostrow'],
  ],
  'a verb before its subject': [
    ['“The pier will open in the spring,” said Solheim.', 'Ingrid Solheim'],
    [
      '“The pier will open in the spring,” says Ana Prieto, a professor of maritime law at the University of Trieste.',
      'Ana Prieto',
    ],
    ['“The pier will open in the spring,” said harbour spokeswoman Ana Prieto.', 'Ana Prieto'],
    ['“The pier will open in the spring,” said the spokeswoman for the harbour, Ana Prieto.', 'Ana Prieto'],
    ['“The pier will open in the spring,” said the Rev. Paul Amsel, of Holy Cross Parish.', 'Paul Amsel'],
  ],
  'a verb before the quotation': [
    ['Solheim met Tomas Varga, who called the order “a gift to the rich and to nobody else.”', 'Tomas Varga'],
    [
      'Solheim answered some of the reports from the Harbour Authority, which tried to win the town by saying that the dockers were “leaving the quay in droves.”',
      'Harbour Authority',
    ],
    [
      'The Harbour Authority issued a statement calling the closure “a clear breach of the old contract.”',
      'Harbour Authority',
    ],
    [
      'Varga’s letter said nothing of it and dismissed the reports as “old and misread claims of others.”',
      'Tomas Varga',
    ],
    ['Norway branded the plan an “insult to every fishing town.”', 'Norway'],
    ['In response, Varga tweeted: “It is a gift to the rich and to nobody else.”', 'Tomas Varga'],
    [
      'Asked by reporters whether she would resign, Solheim said: “I have no plans to do that.”',
      'Ingrid Solheim',
    ],
    [
      'The Gazette reported that Solheim had told aides the plan was “dead on arrival in the council.”',
      'Ingrid Solheim',
    ],
    [
      'In 2015, when Solheim was a council member, she voted against what she called “a gift to the rich.”',
      'Ingrid Solheim',
    ],
    ['Varga’s wife, Elena Varga, said, “He has not slept for a whole week.”', 'Elena Varga'],
    ['Judge Carl Ostrow ruled Friday that the order “goes far beyond the law.”', 'Carl Ostrow'],
    ['Solheim said, “The pier will open in the spring.”', 'Ingrid Solheim'],
    ['Solheim told the council: “The pier will open in the spring.”', 'Ingrid Solheim'],
    [
      'In a statement on Monday, Solheim said that the pier “will open in the spring at last.”',
      'Ingrid Solheim',
    ],
    ['Varga left the room, saying that the plan was “an insult to every docker.”', 'Tomas Varga'],
    ['Varga visited the site and said that it was “an insult to every docker.”', 'Tomas Varga'],
    ['Varga, who has led the union since 2011, warned that “nobody will work on Sunday.”', 'Tomas Varga'],
    [
      'When asked about the delay, Solheim replied that “it was the storm and nothing else.”',
      'Ingrid Solheim',
    ],
    ['But Solheim, speaking in Oslo, argued that “it was the storm and nothing else.”', 'Ingrid Solheim'],
    [
      'Solheim was told about it on Friday, and Varga said that “it was the storm and nothing else.”',
      'Tomas Varga',
    ],
    [
      'The union’s lawyer, Petra Lindqvist, called the contract “a gift to the port company.”',
      'Petra Lindqvist',
    ],
  ],
  'according to': [
    ['According to Varga, the plan is “an insult to every docker.”', 'Tomas Varga'],
    ['The plan is “an insult to every docker,” according to Varga.', 'Tomas Varga'],
    ['The plan, as Varga put it, is “an insult to every docker.”', 'Tomas Varga'],
  ],
  'a tag at the end of the sentence': [
    ['The plan would be “an insult to every docker” if it passed, Varga said.', 'Tomas Varga'],
    ['The plan would be “an insult to every docker” in the north, said Varga.', 'Tomas Varga'],
  ],
  'a colon': [
    ['Varga: “The plan is an insult to every docker.”', 'Tomas Varga'],
    ['Radio host Bret Lane: “Are you going to run again, yes or no?”', 'Bret Lane'],
    ['Varga has been clear about it: “The plan is an insult to every docker.”', 'Tomas Varga'],
  ],
  'a signature': [
    ['“The plan is an insult to every docker.” — Tomas Varga', 'Tomas Varga'],
    ['“The plan is an insult to every docker.” ― Tomas Varga, union head', 'Tomas Varga'],
  ],
  'the same paragraph': [
    ['“The pier will open,” Solheim said. “It will open in the spring, and not later.”', 'Ingrid Solheim'],
    [
      '“It was the storm,” Solheim said. She smiled. “It will open in the spring, and not later.”',
      'Ingrid Solheim',
    ],
  ],
  'the sentence before': [
    ['Solheim was angry. “It will open in the spring, and not later.”', 'Ingrid Solheim'],
    [
      'The city may wait for the money, Solheim said. “It will open in the spring, and not later.”',
      'Ingrid Solheim',
    ],
  ],
  'the paragraph before': [
    ['Varga shook his head when he heard it.\n\n“It will open in the spring, and not later.”', 'Tomas Varga'],
  ],
  'a pronoun': [
    [
      'Jan Dahl, 34, a docker, does not know what to do. “I cannot pay the rent this month,” he said.',
      'Jan Dahl',
    ],
    ['Dahl shrugged. “I cannot pay the rent this month,” he said.', 'Dahl'],
    ['Solheim opened the pier. “It was the storm and nothing else,” she said.', 'Ingrid Solheim'],
    ['Varga listened to Solheim for a while. “It was the storm and nothing else,” he said.', 'Tomas Varga'],
    ['Solheim spoke before Varga. “It was the storm and nothing else,” he said.', 'Tomas Varga'],
    [
      'Mr. Varga and Ms. Solheim disagree. “It was the storm and nothing else,” she insisted.',
      'Ingrid Solheim',
    ],
  ],
  'a role': [
    ['“It was the storm and nothing else,” the mayor said.', 'Ingrid Solheim'],
    ['“It was the storm and nothing else,” said the head of the union.', 'Tomas Varga'],
  ],
  'a body': [
    ['“It was the storm and nothing else,” the Harbour Authority said in a statement.', 'Harbour Authority'],
    ['The Harbour Authority warned of what it called “a clear threat to the old quay.”', 'Harbour Authority'],
  ],
  'somebody unnamed': [
    [
      'Two people familiar with the talks said the mayor “will not run again in the autumn.”',
      'Two people familiar with the talks',
    ],
    ['“No work on a Sunday, not ever!” the crowd chanted.', 'the crowd'],
    ['Some in the crowd chanted “no work on a Sunday, not ever!”', 'Some in the crowd'],
    ['“It was the storm and nothing else,” a senior official said.', 'a senior official'],
    ['“It was the storm and nothing else,” said one docker who asked not to be named.', 'one docker'],
  ],
  'not its neighbour': [
    ['Varga said the dockers believe the order “goes far beyond the law.”', 'Tomas Varga'],
    ['Varga said the firm had paid since it believed “in the good of the town.”', 'Tomas Varga'],
    [
      'The order was called “a gift to the rich” by the harbour’s lawyer, Petra Lindqvist.',
      'Petra Lindqvist',
    ],
    ['Solheim was told by Varga that the order “goes far beyond the law.”', 'Tomas Varga'],
    ['Solheim was quoted by the Gazette as saying that it “goes far beyond the law.”', 'Ingrid Solheim'],
    ['Solheim on Tuesday accused Varga of a plan that is “without example in this town.”', 'Ingrid Solheim'],
    [
      'The benches were loud, with Varga accusing the mayor of “weeping while she sold the boats.”',
      'Tomas Varga',
    ],
    ['Varga sent a letter on Friday evening saying that it “goes far beyond the law.”', 'Tomas Varga'],
    ['Varga quoted his wife, Elena Varga, as saying that it “goes far beyond the law.”', 'Elena Varga'],
    ['Varga went on to sell the boat, which Solheim called “a gift to the rich.”', 'Ingrid Solheim'],
    ['In a post on her page Mayor Ingrid Solheim wrote that it “goes far beyond the law.”', 'Ingrid Solheim'],
  ],
  'a label': [
    ['Varga’s answer: “The plan is an insult to every docker.”', 'Tomas Varga'],
    ['Petra Lindqvist, the Morning Post: “The plan is an insult to every docker.”', 'Petra Lindqvist'],
    ['Petra Lindqvist (captain): “The plan is an insult to every docker.”', 'Petra Lindqvist'],
    ['Petra Lindqvist, on the storm: “The plan is an insult to every docker.”', 'Petra Lindqvist'],
  ],
  'the wording': [
    ['“The plan is an insult to every docker” is how Varga put it to the town.', 'Tomas Varga'],
    ['“The plan is an insult to every docker.”\n\nThat was how Varga once described it.', 'Tomas Varga'],
  ],
  'the name below': [
    ['“The plan is an insult to every docker.”\nPetra Lindqvist, teacher, on the mayor.', 'Petra Lindqvist'],
    ['“The plan is an insult to every docker.”\n\n— Petra Lindqvist', 'Petra Lindqvist'],
    ['“The plan is an insult to every docker.”\nPetra Lindqvist, a teacher, left the hall.', '?'],
  ],
  'a document': [
    ['The banner was long. It read “no work on a Sunday ever again.”', 'The banner'],
    ['The survey, which asked all dockers, found that most “would rather sleep on a Sunday.”', 'The survey'],
    [
      'A statement issued by the Harbour Authority said that the quay “will be mended by May.”',
      'Harbour Authority',
    ],
  ],
  nobody: [
    [
      'Varga left early.\n\nThe film, which has won many prizes, ends with “the scourge of the wide sea.”',
      '?',
    ],
    [
      'The method is known in every port. “Take our money or lose your ship, captain. Choose.” It has worked for years.',
      '?',
    ],
    ['Under the order, which Varga signed, workers “shall not leave the quay at night.”', '?'],
    ['“It was the storm and nothing else,” they said.', '?'],
  ],
}

for (const [rule, texts] of Object.entries(RULES))
  for (const [text, ...speakers] of texts)
    test(`${rule}: ${text.slice(0, 70)}`, async () => {
      const found = await speakersOf(SCENE + text)
      assert.equal(found.slice(-speakers.length), speakers)
    })

test.run()

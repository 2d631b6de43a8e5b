import type { Document } from '../../src/markup/index.js'
import { banner } from '../support/markings.js'
import * as b from './build-document.js'

const { t, strong, em, link, span, ref, p, h, section, aside, list, dl, table, quotation } = b

const LONG =
  'The winter timetable was introduced for two seasons and has run for five. Ridership on the two outer routes fell by a fifth in the first year and has been level since; freight has grown in every season, as the fish market at Holm now loads on the morning boat. The subsidy pays for the crew and the fuel, and not for the vessel, which the company would have to replace before its next survey.'

/** An invented affair, with every kind of block and every class. */
export function sampleDocument(more: Partial<Document> = {}): Document {
  return b.document(
    [
      b.masthead(
        p('Analyst’s brief', 'kicker'),
        h(1, 'Ferry service to the outer islands'),
        p('Should the harbour authority renew the subsidised winter timetable?', 'subtitle'),
        p('As of 3 March 2025 · Harbour Policy Unit · Version 2', 'meta'),
      ),
      aside(
        'bottom-line',
        p('Bottom line', 'label'),
        p([
          t('Renew for one season, with a review in October. The subsidy is '),
          strong('small beside the cost of closing the school at Holm'),
          ref(1, 'council', true),
          t(', and the vessel needs a decision within a year in any case.'),
        ]),
      ),
      b.contents,
      section([
        h(2, 'Key facts'),
        list(
          [
            [
              t('The subsidy is 1.4 million a year, '),
              em('unchanged'),
              t(' since 2021.'),
              ref(2, 'budget', true),
            ],
            'Two routes, Holm and Little Skerry, carried 41 200 passengers last winter.',
            'The vessel’s next survey falls due on 30 April 2026.',
          ],
          'facts',
        ),
      ]),
      section([
        h(2, 'Background'),
        p('A short introduction stands over the text, a little larger than what follows it.', 'lead'),
        p([t(LONG), ref(3, 'audit', true, '3, para. 4')]),
        p([
          t('The council’s own figures are on its site, '),
          link('harbour.example/timetables', 'https://harbour.example/timetables'),
          t('; the audit is in the '),
          link('sources', '#sources'),
          t(
            '. An address in full: https://harbour.example/archive/2024/winter-timetable/annex-b_final.pdf?version=3&lang=en.',
          ),
        ]),
        h(3, 'How the subsidy came about'),
        p(LONG),
        h(4, 'The first contract'),
        p(`${LONG} ${LONG}`),
      ]),
      section([
        h(2, 'Timeline'),
        dl('rail', [
          ['9 Nov 2019', 'The company announces that it will end the winter service to both islands.'],
          ['Jan 2020', [t('The council votes a subsidy for two seasons.'), ref(1, 'council')]],
          [
            'spring 2022',
            'The contract is renewed without a tender. The auditor objects, and the council asks for a report on the freight that the boat carries, which nobody had counted before.',
          ],
          ['12 Feb 2025', 'The company asks for three more seasons.'],
        ]),
      ]),
      section([
        h(2, 'Who wants what'),
        table(
          'grid',
          [2, 1, 3],
          ['Actor', 'Side', 'Position'],
          [
            [
              [span('name', 'Skerry Lines'), t(' (operator)')],
              'For',
              'Three more seasons at the present rate, indexed to the price of fuel.',
            ],
            ['Holm School', 'For', 'Says that eleven pupils would have to board on the mainland.'],
            [
              'County Auditor',
              'Open',
              [t('No renewal without a tender.'), ref(3, 'audit', false, '3, para. 9')],
            ],
            ['Fish market', 'For', 'Wants an earlier boat on Mondays.'],
          ],
          'Positions of the main actors, March 2025',
        ),
        table(
          'open',
          [3, 1, 1],
          ['Stake', 'Likelihood', 'Impact'],
          [
            ['The school at Holm closes', '3', '5'],
            ['Freight moves to the road bridge', '4', '2'],
          ],
        ),
        b.columns(
          [1, 1, 1],
          [
            aside(
              'card',
              p('Renew', 'label'),
              p('One season, with a review. Costs what it costs today.'),
              list(['Keeps the school open'], 'pros'),
              list(['No tender'], 'cons'),
            ),
          ],
          [
            aside(
              'card',
              p('Tender', 'label'),
              p('Open the route to other companies from the autumn.'),
              list(['Answers the auditor'], 'pros'),
              list(['Eight months without a boat'], 'cons'),
            ),
          ],
          [
            aside(
              'card',
              p('End', 'label'),
              p('Let the contract lapse.'),
              list(['Saves 1.4 million'], 'pros'),
            ),
          ],
        ),
      ]),
      section([
        h(2, 'What was said'),
        quotation('We have asked for three seasons because a crew cannot be hired for one.', [
          span('name', 'Ada Brenner'),
          t(', managing director, Skerry Lines, 12 February 2025 · '),
          ref(2, 'budget', false, '2, para. 2', false),
        ]),
        quotation(
          'Eleven children is a school.',
          [span('name', 'The head of Holm School'), t(' '), span('unverified', 'not verified')],
          'pull',
        ),
      ]),
      section(
        [
          h(2, 'Judgements'),
          p([
            span('tag', 'likely'),
            t(' The company will accept one season if indexation is offered. '),
            span('muted', 'Moderate confidence.'),
          ]),
          p('A second vessel could be chartered at short notice, but not one that takes freight.'),
          p(LONG),
          list(
            [
              'First, ask for the freight figures.',
              'Second, offer indexation.',
              'Third, set the review for October.',
            ],
            undefined,
            true,
          ),
          p(LONG),
        ],
        'two-columns',
      ),
      section([
        h(2, 'Questions to ask'),
        dl('questions', [
          [
            'Why was there no tender in 2022?',
            'The council relied on an exemption for lifeline routes, which the auditor disputes.',
          ],
          [
            'What does a closed season cost?',
            'About 0.6 million in boarding and transport, by the school’s own estimate.',
          ],
        ]),
        aside(
          'recommendation',
          p('Recommendation', 'label'),
          list(
            ['Renew for one season, to 30 April 2026.', 'Begin a tender by 1 June 2025.'],
            undefined,
            true,
          ),
        ),
        aside(
          'warning',
          p([
            strong('Do not say'),
            t(' that the vessel is unsafe: its certificate is valid until April 2026.'),
          ]),
        ),
        aside('note', p('Figures are the authority’s own and have not been audited for 2024/25.')),
        section(
          [
            h(3, 'Words explained'),
            dl('glossary', [
              ['Lifeline route', 'a route without which an island has no daily link to the mainland.'],
              ['Indexation', 'raising a payment with a published price.'],
            ]),
          ],
          'box',
        ),
        dl('facts', [
          ['Contact', 'policy@harbour.example'],
          ['Distribution', 'Members of the harbour board and their advisers'],
          ['Next edition', 'After the October review'],
        ]),
        dl(undefined, [['Term', 'What it means, set under it.']]),
        list(
          [
            [span('label', 'Owner'), t(' Harbour Policy Unit')],
            [span('date', '1 June'), t(' tender opens')],
          ],
          'plain',
        ),
        p('Letters of other alphabets: Ελλάδα, ἐν ἀρχῇ, Україна, Đặng, Łódź, ≥ 3 → 4 ● ○ ■ □ − ×.', 'note'),
        b.rule,
      ]),
      section([
        h(2, 'Sources', 'sources'),
        b.sources(
          [
            'council',
            [
              t('Harbour Council, '),
              em('Minutes of the winter session'),
              t(', 14 January 2020. '),
              link(
                'https://harbour.example/minutes/2020-01-14',
                'https://harbour.example/minutes/2020-01-14',
              ),
            ],
          ],
          ['budget', 'Harbour Authority, Budget 2024/25, table 7, accessed 1 March 2025.'],
          ['audit', 'County Auditor, Report on transport contracts, 2022.'],
        ),
      ]),
    ],
    { banners: banner('TLP:AMBER+STRICT'), ...more },
  )
}

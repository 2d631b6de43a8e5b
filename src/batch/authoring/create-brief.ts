import { join } from 'node:path'
import { type Diagnostic, Findings } from '../../diagnostics/index.js'
import { today } from '../workspace/clock.js'
import { displayPath, openWorkspace } from '../workspace/workspace.js'
import { checkFileAbsent, writeAtomically } from '../workspace/write-file.js'

/** Writes a brief to fill in to `briefs/NAME.yaml`, unless something stands there. */
export async function createBrief(options: {
  readonly cwd: string
  readonly name: string
}): Promise<{ diagnostics: readonly Diagnostic[]; file: string }> {
  const findings = new Findings()
  const workspace = await openWorkspace(options.cwd)
  const path = join(workspace.root, 'briefs', `${options.name}.yaml`)
  if (await checkFileAbsent(workspace, path, findings.report))
    await writeAtomically(workspace, path, briefSkeleton(today()), findings.report)
  return { diagnostics: findings.all, file: displayPath(workspace, path) }
}

/** The brief that `briefwright new` writes: every part there is, those that ask for facts commented out. */
function briefSkeleton(asOf: string): string {
  return SKELETON.replace('AS_OF', asOf)
}

const SKELETON = `# yaml-language-server: $schema=brief.schema.json
## \`briefwright schema > briefs/brief.schema.json\` gives editors completion and help for every field.
##
## Prose takes inline Markdown and citations such as [@article] or [@article, para. 4], and may be a map of
## wordings by audience, language or both: { default: …, public: …, es: …, public.es: … }. On every item of a list:
##   audiences: [press, public]   only these audiences see it
##   priority: must               or should, or could: what to leave out first where space is short
##   classification: TLP:AMBER    audiences with a lower clearance never see it

title: The affair in one line
# subtitle: A second line
as_of: AS_OF            # the date that the facts hold for
lang: en
status: draft            # or cleared
# authors: [A name]
# organisation: The house that issues it
# classification: TLP:CLEAR

issue: The question, in one or two sentences.
bottom_line: The answer, in at most four lines.
background: |
  The context. Paragraphs are parted by an empty line.

key_facts:
  - A fact that every reader needs.
#   - fact: A fact with its source.
#     cite: article

# timeline:
#   - date: 2025-01-20     # EDTF: also 2025-02, 2025-01~ (about), 2024/2025
#     event: What happened.
#     label: In a few words   # as the figure shows it
#     lane: Who acts          # the row of a calendar that it stands in
#     cite: article

# stance_on: What the support of actors is for or against
# actors:
#   - id: minister         # what quotes and stakes refer to
#     name: The full name
#     role: Office or function
#     side: The side that the actor is on
#     position: What the actor says it wants.
#     position_short: In at most six words   # as tables show it
#     interest: What the actor has to win or to lose.
#     influence: 4         # 1 to 5
#     support: 1           # -2 to 2

# stakes:
#   - stake: What is at stake
#     who: [minister]
#     description: What could happen, and to whom.
#     likelihood: 3        # 1 to 5
#     impact: 4            # 1 to 5
#     horizon: By when it would be felt

# quotes:
#   - text: The words, exactly as the source has them.
#     speaker: minister
#     source: article
#     context: On what occasion.

# options:
#   - name: A short name
#     summary: What would be done.
#     pros: [An argument for.]
#     cons: [An argument against.]
#     risk: What could go wrong.
# recommendation:
#   - text: What to do, beginning with a verb.
#     by: By when
#     owner: Who should do it

# lines_to_take:
#   - A sentence that may be said to the press as it is.
# qa:
#   - question: The question as it would be asked.
#     answer: The answer to give.
# do_not_say:
#   - What should not be said.

# judgements:
#   - text: The judgement, as one sentence.
#     likelihood: likely   # a term of ICD 203
#     confidence: moderate # low, moderate, high
#     basis: What it rests on.
# questions:
#   - question: A question that a legislator could put.

# next_steps:
#   - action: What will be done.
#     due: 2025-06
#     lane: Who acts
# watch:
#   - An indicator to watch.
# gaps:
#   - What is not known.
# glossary:
#   - term: A word
#     meaning: What it means, in plain words.
# figure_titles:           # the conclusion that stands over a figure
#   timeline: What the dates tell, as one sentence

# sources:
#   - id: article          # what citations and quotes refer to
#     type: article-newspaper
#     title: The title as published
#     author: A name
#     container_title: The newspaper
#     issued: 2025-02-20
#     url: https://example.org/article
#     text: sources/article.txt   # relative to this file; quotations are proved against it

## The editions to print, in order; all that may see the brief if left out.
# audiences: [decision, press, public]
`

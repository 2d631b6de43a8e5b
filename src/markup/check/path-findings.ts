import { closest, didYouMean } from '../../diagnostics/index.js'
import type { FieldsType } from '../../edition/index.js'
import { HELPERS } from '../helpers/index.js'
import { LOOP_VARIABLES, type PathFault, type Scope, stepInto } from './scope.js'

/** What is to be said of a path that leads nowhere. */
export function describePathFault(
  fault: PathFault,
  scope: Scope,
): readonly [message: string, ...hints: (string | undefined)[]] {
  switch (fault.kind) {
    case 'field':
      return [`${fault.of.label} has no field \`${fault.name}\``, fieldHint(fault.of, fault.name, scope)]
    case 'item':
      return [
        `\`${fault.list}\` is a list, which has no field \`${fault.name}\``,
        `write \`{{#each ${fault.list}}}\`, and name the field in it`,
      ]
    case 'text':
      return [
        `\`${fault.text}\` is a text, which has no field \`${fault.name}\``,
        fault.text === 'this' ? rootHint(fault.name, scope) : undefined,
      ]
    case 'variable':
      return scope.isLoop
        ? [`there is no \`@${fault.name}\``, didYouMean(fault.name, ['root', ...LOOP_VARIABLES])]
        : LOOP_VARIABLES.includes(fault.name)
          ? [`\`@${fault.name}\` stands outside of a loop`, 'put it within `{{#each …}}`']
          : [
              `there is no \`@${fault.name}\``,
              'use `@root`, or in a loop `@index`, `@key`, `@first`, `@last`',
            ]
    case 'outside':
      return [
        'there is nothing outside of this for `../` to lead to',
        'write `@root.title` for a field of the brief',
      ]
  }
}

/** Where the name has a meaning; else the name that was probably meant; else all that there are. */
function fieldHint(type: FieldsType, name: string, scope: Scope): string | undefined {
  if (type === scope.root.entries.get('custom')) {
    const meant = closest(name, type.entries.keys())
    return meant === undefined
      ? `declare it under \`fields\` of the front matter: \`${name}: { type: text }\``
      : `did you mean \`${meant}\`?`
  }
  const elsewhere = type.label === scope.root.label ? loopHint(name, scope) : rootHint(name, scope)
  if (elsewhere !== undefined) return elsewhere
  const names = [...type.entries.keys(), ...scope.parameters.keys()]
  const helpers = HELPERS.map(each => each.name)
  const helper = closest(name, names) === undefined ? closest(name, helpers) : undefined
  return helper === undefined
    ? didYouMean(name, names)
    : `did you mean the helper \`${helper}\`, with what it is to print?`
}

function rootHint(name: string, { root }: Scope): string | undefined {
  return root.entries.has(name) ? `write \`@root.${name}\` for the field of the brief` : undefined
}

/** A field of items that is named outside of their loop. */
function loopHint(name: string, { root }: Scope): string | undefined {
  const lists = [...root.entries].filter(
    ([, type]) => type.kind === 'list' && type.of.kind === 'fields' && stepInto(type.of, name) !== undefined,
  )
  const loops = lists.slice(0, 3).map(([list]) => `\`{{#each ${list}}}\``)
  return loops.length > 0 ? `write it within ${loops.join(' or ')}` : undefined
}

/** Rewrites the composer's messages. They are long and written for experts; the author of a subgraph needs the type, the field and the remedy. */
import { isObjectType, print } from 'graphql';
import { keysToUse, statementOf, type Ours } from './ours';

const mostProblems = 10;
const longestProblem = 600;

/** Rewrites the composer's messages for the author of the named subgraph. */
export function inPlainWords(messages: readonly string[], subgraph: string, ours: Ours): string[] {
  return [...new Set(messages.map((message) => plain(message, subgraph, ours)))];
}

/** Limits the number and the length of problems. */
export function bounded(problems: readonly string[]): string[] {
  const first = problems.slice(0, mostProblems).map(shortened);
  const further = problems.length - first.length;
  return further > 0 ? [...first, `And ${further} more of them.`] : first;
}

const shortened = (text: string): string =>
  text.length > longestProblem ? `${text.slice(0, longestProblem)}…` : text;

function plain(message: string, subgraph: string, ours: Ours): string {
  const [, type, field] = /cannot find field "(\w+)\.(\w+)"/.exec(message) ?? [];
  if (type && field) return unreachable(type, field, ours);
  for (const [pattern, words] of translations) {
    const found = pattern.exec(message);
    if (found) return words(ours, ...found.slice(1));
  }
  const [line = ''] = message.split('\n');
  const prefix = `[${subgraph}] `;
  return line.startsWith(prefix) ? line.slice(prefix.length) : line;
}

/** Rewrites for frequent mistakes. */
const translations: readonly [RegExp, (ours: Ours, ...parts: string[]) => string][] = [
  [
    /On type "(\w+)", for @key\(fields: "([^"]*)"\): Cannot query field "(\w+)"/,
    (_, type, key, field) => `${type} has the key "${key}", but no field ${field}. Add the field to it.`,
  ],
  [
    /Type "(\w+)" has mismatched kind/,
    (_, type) => `It has another kind of type with the name ${type}. Give it another name.`,
  ],
  [
    /Field "(\w+)\.(\w+)" is missing argument .* where it is marked @external/,
    (ours, type = '', field = '') => withOurArguments(type, field, ours),
  ],
  [
    /Non-shareable field "(\w+)\.(\w+)" is resolved from multiple subgraphs/,
    (ours, type = '', field) =>
      type === 'Query'
        ? `Query.${field} is answered by another subgraph already. Give yours another name.`
        : isValueOfOurs(type, ours)
          ? asOurValue(type, ours)
          : `${type}.${field} is answered by another subgraph already. Leave it out; or, if both answer the same, mark it @shareable in both.`,
  ],
];

/** The composer reports each unreachable path separately; all have the same remedy. */
function unreachable(type: string, field: string, ours: Ours): string {
  if (isValueOfOurs(type, ours)) return asOurValue(type, ours);
  const remedy = ours.keys.has(type)
    ? `Give ${type} one of our keys in your SDL: ${keysToUse(ours, type)}.`
    : `Give ${type} the same @key in each subgraph that has it.`;
  return `No way leads to ${type}.${field} from everywhere where ${type} is. ${remedy}`;
}

/** A field of ours that is external is stated with our arguments. */
function withOurArguments(type: string, field: string, { definitions }: Ours): string {
  const definition = definitions.get(type);
  const fields = definition && 'fields' in definition ? (definition.fields ?? []) : [];
  const own = fields.find(({ name }) => name.value === field);
  const args = own && 'arguments' in own ? (own.arguments ?? []) : [];
  const written = args.map(({ name, type: of }) => `${name.value}: ${print(of)}`).join(', ');
  return own
    ? `${type}.${field} lacks our arguments. Write ${field}(${written}): ${print(own.type)} @external.`
    : `${type}.${field} lacks arguments that it has in another subgraph. Give it the same ones.`;
}

/** A type of ours without an identity, such as `PageInfo`. */
const isValueOfOurs = (type: string, { schema, keys }: Ours): boolean =>
  isObjectType(schema.getType(type)) && !keys.has(type) && type !== 'Query';

/** Whoever returns a value of ours returns it as a whole. */
const asOurValue = (type: string, ours: Ours): string =>
  `${type} is a value of ours. Give yours another name; or, if you return ours, mark it @shareable and give all of its fields: ${statementOf(ours, type) ?? ''}`;

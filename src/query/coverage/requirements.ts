/** Makes requirements of the query's input. */
import { BadUserInput } from '../../errors';
import { line } from '../../resource/canonical/text';
import type { CoverageDeclaration } from '../../resource/coverage';
import type { Attribute, Description } from '../../resource/description';
import { slugOfKey } from '../../resource/identity';
import type { StoredRecord } from '../../resource/record';
import { inOrder } from './in-order';
import { isSingle, pathFrom, type Path } from './path';

/** A required value. */
export interface RequiredValue {
  /** A code, a text, or the slug of a record. */
  value: string;
  /** The required record; null for the value of an attribute. */
  record: StoredRecord | null;
}

/** A requirement. A record meets it if it has one of the values. */
export interface Requirement {
  /** Name of the kind of requirement. */
  kind: string;
  wanted: RequiredValue[];
  paths: readonly Path[];
}

/** Look-ups for validating requirements. */
interface Catalogue<Reference> {
  /** The record of a class to which an argument refers. @throws BadUserInput where there is none. */
  record: (argument: string, reference: Reference, of: Description) => Promise<StoredRecord | null>;
  /** The values of a text attribute in a class. */
  valuesOf: (of: Description, attribute: Attribute) => Promise<readonly string[]>;
}

/** Maximum number of required values. */
const mostValues = 50;

/**
 * The requirements of an input, in the order of the declaration. Each value is a separate requirement, except for an attribute with
 * a single value: then the values are alternatives.
 * @throws BadUserInput for an empty input, too many values, a record that does not exist, or a text that no record has
 */
export async function requirementsOf<Reference extends object>(
  covered: Description,
  { requirements: declared }: CoverageDeclaration,
  input: Readonly<Record<string, readonly (string | Reference)[] | null | undefined>>,
  catalogue: Catalogue<Reference>,
): Promise<Requirement[]> {
  const given = declared.map(({ name, paths }) => ({
    kind: name,
    paths: paths.map((path) => pathFrom(covered, path)),
    values: [
      ...new Set((input[name] ?? []).map((value) => (typeof value === 'string' ? line(value) : value))),
    ],
  }));
  const count = given.reduce((sum, { values }) => sum + values.length, 0);
  if (count === 0) {
    throw new BadUserInput(
      `"requires" demands nothing. Give values to at least one of ${declared.map(({ name }) => `"${name}"`).join(', ')}.`,
    );
  }
  if (count > mostValues) {
    throw new BadUserInput(
      `"requires" demands ${count} values; at most ${mostValues} are answered at once. Ask in several requests.`,
    );
  }
  const requirements = given.map(async ({ kind, paths, values }): Promise<Requirement[]> => {
    const named = await inOrder(values.map((value) => wantedFor(kind, paths, value, catalogue)));
    const wanted = [...new Map(named.map((one) => [one.value, one])).values()];
    if (wanted.length === 0) return [];
    const areAlternatives = paths.every(
      ({ steps, attribute }) => steps.length === 0 && attribute !== null && isSingle(attribute),
    );
    return areAlternatives
      ? [{ kind, paths, wanted }]
      : wanted.map((one) => ({ kind, paths, wanted: [one] }));
  });
  return (await inOrder(requirements)).flat();
}

async function wantedFor<Reference extends object>(
  kind: string,
  [path]: readonly Path[],
  value: string | Reference,
  { record, valuesOf }: Catalogue<Reference>,
): Promise<RequiredValue> {
  if (typeof value !== 'string') {
    const found = path ? await record(`requires.${kind}`, value, path.end) : null;
    if (!found) throw new Error(`"${kind}" refers to a record that is gone.`);
    return { value: slugOfKey(found.key), record: found };
  }
  if (path?.attribute && isSingle(path.attribute) && !path.attribute.scheme) {
    const known = await valuesOf(path.end, path.attribute);
    if (known.includes(value)) return { value, record: null };
    throw new BadUserInput(
      `"requires.${kind}" names ${JSON.stringify(value.slice(0, 60))}, which no ${path.end.type} has in the field "${path.attribute.name}". There are: ${known.join(', ')}.`,
    );
  }
  return { value, record: null };
}

/** What is required of every covered record, out of the input of the query. */
import { BadUserInput } from '../../errors';
import { line } from '../../resource/canonical/text';
import type { CoverageDeclaration } from '../../resource/coverage';
import type { Attribute, Description } from '../../resource/description';
import { recordKey } from '../../resource/identity';
import type { StoredRecord } from '../../resource/record';
import { inOrder } from './in-order';
import { isSingle, pathFrom, type Path } from './path';

/** One value that is required. */
export interface Wanted {
  /** A code, a text, or the slug of a record. */
  value: string;
  /** The record that is required; none where a value of an attribute is. */
  record: StoredRecord | null;
}

/** A requirement is met by whoever has one of its values. */
export interface Requirement {
  /** Name of the kind of requirement. */
  kind: string;
  wanted: Wanted[];
  paths: readonly Path[];
}

/** Where requirements are looked up. */
interface Catalogue {
  /** The record with a key. */
  record: (key: string) => Promise<StoredRecord | null>;
  /** The values that the records of a class have in a text. */
  valuesOf: (of: Description, attribute: Attribute) => Promise<readonly string[]>;
}

/** How many values may be required at once. */
const mostValues = 50;

/**
 * The requirements of an input, in the order of the declaration. Each value is a requirement of its own;
 * only of an attribute that holds one value, the values of the input are alternatives.
 * @throws BadUserInput for an empty input, too many values, a record that does not exist, or a text that no record has.
 */
export async function requirementsOf(
  covered: Description,
  { requirements: declared }: CoverageDeclaration,
  input: Readonly<Record<string, readonly string[] | null | undefined>>,
  catalogue: Catalogue,
): Promise<Requirement[]> {
  const given = declared.map(({ name, paths }) => ({
    kind: name,
    paths: paths.map((path) => pathFrom(covered, path)),
    values: [...new Set((input[name] ?? []).map(line))],
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
    const wanted = await inOrder(values.map((value) => wantedFor(kind, paths, value, catalogue)));
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

async function wantedFor(
  kind: string,
  [path]: readonly Path[],
  value: string,
  { record, valuesOf }: Catalogue,
): Promise<Wanted> {
  if (path?.attribute && isSingle(path.attribute) && !path.attribute.scheme) {
    const known = await valuesOf(path.end, path.attribute);
    if (known.includes(value)) return { value, record: null };
    throw new BadUserInput(
      `"requires.${kind}" names ${JSON.stringify(value.slice(0, 60))}, which no ${path.end.type} has in the field "${path.attribute.name}". There are: ${known.join(', ')}.`,
    );
  }
  if (!path || path.attribute) return { value, record: null };
  const found = await record(recordKey(path.end, value));
  if (found) return { value, record: found };
  throw new BadUserInput(
    `"requires.${kind}" names ${JSON.stringify(value.slice(0, 60))}, which is no ${path.end.type}. Give slugs, from the field \`slug\`.`,
  );
}

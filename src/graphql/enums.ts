/** GraphQL enums: of vocabularies, and of codes that are derived from declarations. */
import { registerEnumType } from 'type-graphql';
import { getOrMake } from '../maps';
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import type { TypeReference } from './define';

const enums = new WeakMap<ConceptScheme, object>();
const schemes = new WeakMap<object, ConceptScheme>();

/** The vocabulary of an enum; undefined for every other type. */
export const schemeOf = (type: TypeReference): ConceptScheme | undefined => schemes.get(type);

const byName = new Map<string, ConceptScheme>();

/** The vocabulary whose enum has a name in the schema; undefined for any other enum. */
export const schemeNamed = (name: string): ConceptScheme | undefined => byName.get(name);

/** The enum of a controlled vocabulary. */
export function enumOf(scheme: ConceptScheme): object {
  return getOrMake(enums, scheme, () => {
    const abouts = Object.entries(scheme.concepts).map(([code, { de, en, about }]): [string, string] => [
      code,
      `${en} (German: ${de}). ${about}`,
    ]);
    const values = enumFrom(scheme.name, scheme.about, Object.fromEntries(abouts));
    schemes.set(values, scheme);
    byName.set(scheme.name, scheme);
    return values;
  });
}

export { enumCode } from '../resource/field-names';

/**
 * Makes an enum of codes with descriptions.
 * @param meant internal values, where they differ from the codes
 */
export function enumFrom(
  name: string,
  about: string,
  values: Record<string, string>,
  meant: Record<string, string> = {},
): object {
  const codes = Object.fromEntries(Object.keys(values).map((code) => [code, meant[code] ?? code]));
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([code, description]) => [code, { description }]),
  );
  registerEnumType(codes, { name, description: about, valuesConfig });
  return codes;
}

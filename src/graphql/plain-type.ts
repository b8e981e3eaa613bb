/** Object types whose fields are properties of the object that was answered; beside each code stands its label. */
import { codeLabel } from './code-labels';
import { namedClass, objectType, plainField, resolversOf, type Carrier, type Type } from './define';
import { schemeOf } from './enums';

/** Plain fields by name: of which type each is, what it is, and whether it may be null. */
export type PlainFields = Readonly<
  Record<string, readonly [type: Type, about: string, nullable?: 'nullable']>
>;

/** The resolvers of the labels of all such types. */
export const labelResolvers: Carrier[] = [];

/** An object type of plain fields. */
export function plainType(name: string, about: string, fields: PlainFields): Carrier {
  const carrier = namedClass(name);
  for (const [field, [type, what, nullable]] of Object.entries(fields))
    plainField(carrier.prototype as object, field, type, what, nullable !== undefined);
  objectType(carrier, name, about);
  addLabels(carrier, name, fields);
  return carrier;
}

function addLabels(carrier: Carrier, name: string, fields: PlainFields): void {
  const coded = Object.entries(fields).flatMap(([field, [type, , nullable]]) => {
    const scheme = Array.isArray(type) ? undefined : schemeOf(type);
    return scheme ? [{ name: field, scheme, nullable: nullable !== undefined }] : [];
  });
  if (coded.length === 0) return;
  const resolvers = resolversOf(carrier, name);
  for (const code of coded) codeLabel(resolvers, code);
  labelResolvers.push(resolvers);
}

/** References to resources: one input for all look-ups, and for arguments that name a resource. */
import { ID } from 'type-graphql';
import { BadUserInput } from '../errors';
import { after, type MaybePromise } from '../query/maybe-promise';
import { line } from '../resource/canonical/text';
import type { Description } from '../resource/description';
import type { Identifier } from '../resource/evidence';
import { keyOfGlobalId, keyOfIri, pathOfKey, recordKey, slugOfKey } from '../resource/identity';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { RequestContext } from './context';
import { inputType } from './define';
import { enumOf } from './enums';
import { oneOfInput } from './one-of-input';
import { IriScalar } from './scalars';
import { withArticle } from '../words';

/** Exactly one of them is given. */
export interface ResourceReference {
  slug?: string | null;
  id?: string | null;
  iri?: string | null;
  identifier?: Identifier | null;
}

const identifierInput = inputType('IdentifierInput', 'An identifier from outside.', [
  { name: 'scheme', type: enumOf(IdentifierScheme), about: 'Scheme to which it belongs.', required: true },
  {
    name: 'value',
    type: String,
    about:
      'The identifier, in any spelling that is in use: with or without its web address, in capitals or small letters.',
    required: true,
  },
]);

/** The input by which all arguments take a resource. */
export const resourceReference = oneOfInput(
  'ResourceReference',
  'Says which resource is meant, in one way.',
  [
    {
      name: 'slug',
      type: String,
      about:
        'Its slug, such as marburg. Where resources of any type are meant, with the path of its type before it, as in its web address: institutions/marburg.',
    },
    { name: 'id', type: ID, about: 'Its global id, from the field `id`.' },
    { name: 'iri', type: IriScalar, about: 'Its web address, from the field `iri`.' },
    { name: 'identifier', type: identifierInput, about: 'An identifier that no other such resource has.' },
  ],
);

/** A part of the reference as messages name it; nothing stands before it where it is an argument of its own. */
const part = (argument: string, name: string): string => `"${argument && `${argument}.`}${name}"`;

const quoted = (text: string): string => JSON.stringify(text.slice(0, 60));

/**
 * The key of the resource that is meant, whether or not there is one with this key.
 * @param argument as messages name it; empty where the parts of the reference are arguments themselves.
 * @param of the class of which it must be; null for any resource.
 * @returns null where nothing in the catalogue can be meant.
 * @throws BadUserInput for what refers to no resource of the class, or to several.
 */
export function keyOfReference(
  argument: string,
  { slug, id, iri, identifier }: ResourceReference,
  of: Description | null,
  context: RequestContext,
): MaybePromise<string | null> {
  if (slug != null) return keyOfSlug(argument, line(slug), of, context);
  if (id != null) return keyOfId(argument, id, of, context);
  if (iri != null) return keyOfAddress(argument, iri, of, context);
  if (identifier != null) return keyOfIdentifier(argument, identifier, of, context);
  throw new BadUserInput(
    `"${argument}" refers to nothing. Give a slug, an id, a web address or an identifier.`,
  );
}

function keyOfSlug(
  argument: string,
  slug: string,
  of: Description | null,
  { registry }: RequestContext,
): string {
  if (of) return recordKey(of, slug.startsWith(`${of.path}/`) ? slugOfKey(slug) : slug);
  if (registry.ofKey(slug)?.kind === 'resource') return slug;
  throw new BadUserInput(
    `${part(argument, 'slug')} (${quoted(slug)}) does not say of which type the resource is. Write the path of its type before it, such as institutions/marburg.`,
  );
}

function keyOfId(argument: string, id: string, of: Description | null, context: RequestContext): string {
  const key = keyOfGlobalId(id);
  if (key === null)
    throw new BadUserInput(
      `${part(argument, 'id')} (${quoted(id)}) is no global id. Give one from the field "id"; for a readable key use "slug".`,
    );
  return ofClass(`${part(argument, 'id')} (${quoted(id)})`, key, of, context);
}

function keyOfAddress(
  argument: string,
  iri: string,
  of: Description | null,
  context: RequestContext,
): string | null {
  const key = keyOfIri(context.publicUrl, iri);
  if (key === null || !context.registry.ofKey(key)) return null;
  return ofClass(`${part(argument, 'iri')} (${quoted(iri)})`, key, of, context);
}

/** @throws BadUserInput where a key is of another class. */
function ofClass(given: string, key: string, of: Description | null, { registry }: RequestContext): string {
  const found = registry.ofKey(key);
  if (of) {
    if (pathOfKey(key) === of.path) return key;
    throw new BadUserInput(
      `${given} is not that of a record of type ${of.type}. Use the field "node" for ids of any type.`,
    );
  }
  if (!found || found.kind === 'resource') return key;
  throw new BadUserInput(
    found.kind === 'link'
      ? `${given} is that of a link (${found.type}). Give that of the resource at its "from" or "to".`
      : `${given} is that of ${withArticle(found.type)}. Give that of a resource.`,
  );
}

function keyOfIdentifier(
  argument: string,
  identifier: Identifier,
  of: Description | null,
  { loaders }: RequestContext,
): MaybePromise<string | null> {
  return after(loaders.recordKeysByIdentifier(identifier), (keys) => {
    const found = of ? keys.filter((key) => pathOfKey(key) === of.path) : keys;
    if (found.length <= 1) return found[0] ?? null;
    throw new BadUserInput(
      `${part(argument, 'identifier')} (${quoted(identifier.value)}) is that of ${found.length} resources: ${found.join(', ')}. Refer to one by its slug.`,
    );
  });
}

/**
 * The key of a resource that exists.
 * @throws BadUserInput naming the argument and the remedy.
 */
export async function keyOfExisting(
  argument: string,
  reference: ResourceReference,
  of: Description | null,
  context: RequestContext,
): Promise<string> {
  const key = await keyOfReference(argument, reference, of, context);
  if (key !== null && (await context.loaders.record(key))) return key;
  throw new BadUserInput(
    `"${argument}" (${JSON.stringify(reference).slice(0, 80)}) is no ${of?.type ?? 'resource'} of this catalogue. Refer to one by its slug, its id, its web address or an identifier.`,
  );
}

/** What a document says of something that it refers to. */
import type { Description } from '../../resource/description';
import { cv, foaf } from '../../vocabulary/namespaces';
import { languageOf } from '../../vocabulary/language';
import { Mention, type MentionedName } from '../harvested-record';
import { narrowed, type RecordClasses } from './classes';
import { identifierIn, identifiersOf } from './identifiers-of';
import { emails, nameProperties, pages, telephones } from './other-properties';
import { isPerson, isPersonalEmail } from './persons';
import type { Reading } from './objects';
import { isBlank } from './statements';
import type { Place } from '../finding';

export interface Mentioning extends Reading {
  readonly classes: RecordClasses;
  readonly placeOf: (node: string) => Place;
  /** The data of a record of a class that a node would be. */
  readonly dataOf: (node: string, description: Description) => Record<string, unknown>;
}

/** The contact points of an agent. */
const contactPoints = [
  cv('contactPoint'),
  'http://www.w3.org/ns/dcat#contactPoint',
  'https://schema.org/contactPoint',
];

/** A mention of a node, or of a text where a node belongs. */
export function mentionOf(node: string, allowed: readonly Description[], reading: Mentioning): Mention {
  const { statements, classes } = reading;
  const kinds = statements.typesOf(node);
  const own = classes.ownOf(node);
  const described = own ? [own.description] : narrowed(allowed, kinds);
  const names = namesOf(node, reading);
  const email = emailOf(node, reading);
  const iri = isBlank(node) ? null : node;
  const { identifiers } = statements.knows(node)
    ? identifiersOf(node, statements)
    : { identifiers: [identifierIn(node)].flatMap((one) => one ?? []) };
  const person = !own && isPerson({ iri, kinds, names: names.map(({ value }) => value), email });
  const mentioned = {
    iri,
    classes: described.map(({ type }) => type),
    names,
    identifiers,
    email: email !== null && isPersonalEmail(email) && !person ? null : email,
    homepage: addressOf(node, pages, reading),
    kinds,
    at: reading.placeOf(node),
    isPerson: person,
  };
  const [likely] = preferred(described, kinds);
  if (own || !likely || names.length === 0) return new Mention(mentioned);
  return new Mention(mentioned, { type: likely.type, data: reading.dataOf(node, likely) });
}

/** A mention of what a text names. */
export const mentionOfText = (
  value: string,
  language: string | null,
  allowed: readonly Description[],
  at: Place,
): Mention =>
  new Mention({
    iri: null,
    classes: allowed.map(({ type }) => type),
    names: [{ value, language }],
    identifiers: [identifierIn(value)].flatMap((one) => one ?? []),
    email: null,
    homepage: null,
    kinds: [],
    at,
    isPerson: false,
  });

/** Agents of which nothing else is known are organisations. */
function preferred(allowed: readonly Description[], kinds: readonly string[]): readonly Description[] {
  const organisations = allowed.filter(({ term }) => term === foaf('Organization'));
  const isTold = allowed.some(({ term }) => kinds.includes(term));
  return organisations.length > 0 && !isTold ? organisations : allowed;
}

function namesOf(node: string, { statements }: Reading): MentionedName[] {
  const found = new Map<string, MentionedName>();
  for (const { object } of nameProperties.flatMap((property) => statements.of(node, property))) {
    if (object.termType !== 'Literal' || object.value.trim() === '') continue;
    const [tag = ''] = object.language.toLowerCase().split('-');
    const language = languageOf(tag) ? tag : null;
    found.set(`${object.value} ${language}`, { value: object.value, language });
  }
  return [...found.values()];
}

function emailOf(node: string, reading: Reading): string | null {
  const { statements } = reading;
  const holders = [node, ...contactPoints.flatMap((property) => statements.valuesOf(node, property))];
  const found = holders.flatMap((holder) =>
    emails.flatMap((property) => statements.valuesOf(holder, property)),
  );
  const [first] = found
    .map((text) => text.replace(/^mailto:/i, '').trim())
    .filter((text) => text.includes('@'));
  return first ?? null;
}

function addressOf(node: string, properties: readonly string[], { statements }: Reading): string | null {
  const found = properties.flatMap((property) => statements.valuesOf(node, property));
  return found.find((text) => /^https?:\/\//i.test(text)) ?? null;
}

/** Places what is said of a node and of its contact points, when a record refers to it. */
export function placeMentioned(node: string, { statements }: Reading): void {
  const holders = [node, ...contactPoints.flatMap((property) => statements.valuesOf(node, property))];
  const properties = [...nameProperties, ...emails, ...pages, ...contactPoints, ...telephones];
  for (const holder of holders)
    statements.place(properties.flatMap((property) => statements.of(holder, property)));
}

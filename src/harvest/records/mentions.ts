/** What a document says of something that it refers to. */
import type { Description } from '../../resource/description';
import { cv, foaf, schema } from '../../vocabulary/namespaces';
import { languageOf } from '../../vocabulary/language';
import { Mention, type MentionedName } from '../harvested-record';
import { namedNode } from '../../rdf/factory';
import { codeOf } from './codes';
import { narrowed, type RecordClasses } from './classes';
import { identifierIn, identifiersOf } from './identifiers-of';
import { plainTagsFirst } from './language-tags';
import { emails, nameProperties, pages, telephones } from './other-properties';
import { isPerson, isPersonalEmail } from './persons';
import type { Reading } from './objects';
import { isBlank, nodeOf } from './statements';
import type { Place } from '../finding';

export interface Mentioning extends Reading {
  readonly classes: RecordClasses;
  readonly placeOf: (node: string) => Place;
  /** The data of a record of a class that a node would be. */
  readonly dataOf: (node: string, description: Description) => Record<string, unknown>;
}

/** The contact points of an agent. */
const contactPoints = [cv('contactPoint'), schema('contactPoint')];

/** A mention of a node, or of a text where a node belongs. */
export function mentionOf(node: string, allowed: readonly Description[], reading: Mentioning): Mention {
  const { statements, classes } = reading;
  const kinds = statements.typesOf(node);
  const own = classes.ownOf(node);
  const described = own ? [own.description] : narrowed(allowed, kinds);
  // Of most records, what refers to them says no more than their addresses.
  const isDescribed = statements.describes(node);
  const stated = isDescribed ? namesOf(node, reading) : [];
  const names = stated.length > 0 ? stated : labelsOfConcept(node, described, reading);
  const mailbox = /^mailto:([^?]+@[^?]+)/i.exec(node)?.[1] ?? null;
  const email = (isDescribed ? emailOf(node, reading) : null) ?? mailbox;
  const iri = isBlank(node) || mailbox !== null ? null : node;
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
    homepage: isDescribed ? addressOf(node, pages, reading) : null,
    kinds,
    at: reading.placeOf(node),
    isPerson: person,
  };
  const [likely] = preferred(described);
  const isRecord = own !== null || classes.of(node) !== null;
  if (isRecord || person || !likely || (names.length === 0 && mentioned.email === null))
    return new Mention(mentioned);
  const data = reading.dataOf(node, likely);
  const [anyName] = names;
  // Who can be written to has a name: that which is known of them, or the address.
  const name = anyName?.value ?? mentioned.email;
  return new Mention(mentioned, {
    type: likely.type,
    data: data.name === undefined && name !== null ? { ...data, name: { [reading.language]: name } } : data,
  });
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

/** The labels of a concept of a public vocabulary, such as a health standard, that stands for a record. */
function labelsOfConcept(
  node: string,
  allowed: readonly Description[],
  { statements }: Reading,
): MentionedName[] {
  const [only, ...others] = allowed;
  if (!only || others.length > 0 || isBlank(node)) return [];
  for (const { scheme } of only.attributes) {
    const code = scheme?.iri === undefined ? null : codeOf(scheme, namedNode(node), statements);
    const { de, en, otherLabels = [] } = (code === null ? undefined : scheme?.concepts[code]) ?? {};
    if (de === undefined || en === undefined) continue;
    return [
      { value: en, language: 'en' },
      { value: de, language: 'de' },
      ...otherLabels.map((value) => ({ value, language: null })),
    ];
  }
  return [];
}

/** Agents of which nothing else is known are organisations. */
function preferred(allowed: readonly Description[]): readonly Description[] {
  const organisations = allowed.filter(({ term }) => term === foaf('Organization'));
  return organisations.length > 0 ? organisations : allowed;
}

function namesOf(node: string, { statements }: Reading): MentionedName[] {
  const found = new Map<string, MentionedName>();
  for (const { object } of nameProperties.flatMap((property) =>
    plainTagsFirst(statements.of(node, property)),
  )) {
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
  const addresses = found.map(addressOfMailbox).filter((text) => /^[^\s@;,]+@[^\s@;,]+$/.test(text));
  // Of several, that of the office counts.
  return addresses.find((text) => !isPersonalEmail(text)) ?? addresses[0] ?? null;
}

const addressOfMailbox = (text: string): string => text.replace(/^mailto:|\?.*$/gi, '').trim();

function addressOf(node: string, properties: readonly string[], { statements }: Reading): string | null {
  const found = properties.flatMap((property) => statements.valuesOf(node, property));
  return found.find((text) => /^https?:\/\//i.test(text)) ?? null;
}

/** Places what is said of a node and of its contact points, when a record refers to it; addresses of e-mail beside the one that counts have no place. */
export function placeMentioned(node: string, reading: Reading): void {
  const { statements } = reading;
  if (!statements.describes(node)) return;
  const email = emailOf(node, reading);
  const holders = [node, ...contactPoints.flatMap((property) => statements.valuesOf(node, property))];
  const properties = [...nameProperties, ...pages, ...contactPoints, ...telephones];
  for (const holder of holders) {
    statements.place(properties.flatMap((property) => statements.of(holder, property)));
    statements.place(
      emails
        .flatMap((property) => statements.of(holder, property))
        .filter(({ object }) => {
          const address = addressOfMailbox(nodeOf(object));
          return address === email || isPersonalEmail(address);
        }),
    );
  }
}

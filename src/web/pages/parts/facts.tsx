/** The fields of a record with a value, each with its label, and with its evidence beside it. */
import type { ComponentChildren } from 'preact';
import { assessment } from '../../../resource/assessed-record';
import { isTimed, type Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import type { Answered, AnsweredIdentifier, Mentioned, Stated, Timed } from '../answered';
import { wordsOf, type Site } from '../site';
import { hasValue, Value } from '../values/value';
import { Evidence } from './evidence';
import { Mention, Outside } from './texts';
import { Time } from './time';

/** A field of a page: its name, what people call it, and how its value is written. */
export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Fields that a page shows elsewhere: as its heading, below it, in its address and at its end. */
const elsewhere = ['name', 'title', 'description', 'slug', 'modifiedAt'];
/** The fields of time are shown together. */
const ofTime = ['startsOn', 'endsOn', 'attestedFrom', 'attestedUntil'];

export function factsOf(site: Site, description: Description, record: Answered): Fact[] {
  const label = (field: Parameters<typeof labelOfField>[0]) => labelOfField(field)[site.language];
  const isHidden = (name: string) =>
    elsewhere.includes(name) || (isTimed(description) && ofTime.includes(name));
  const attributes = description.attributes
    // What the assessment keeps has a section of its own.
    .filter(({ derivedBy }) => derivedBy !== assessment)
    .filter((attribute) => !isHidden(attribute.name) && hasValue(record, attribute))
    .map((attribute): Fact => ({
      name: attribute.name,
      label: label(attribute),
      value: <Value site={site} attribute={attribute} of={record} />,
    }));
  const references = description.references.flatMap((reference): Fact[] => {
    const to = record[reference.name] as Mentioned | null;
    const value = to && <Mention site={site} of={to} />;
    return value ? [{ name: reference.name, label: label(reference), value }] : [];
  });
  const unique = description.uniqueIdentifiers.flatMap((identifier): Fact[] => {
    const value = record[identifier.name] as string | null;
    if (value === null) return [];
    const iri = identifiersOf(record).find((each) => each.value === value)?.iri;
    return [
      {
        name: identifier.name,
        label: label(identifier),
        value: iri == null ? value : <Outside href={iri}>{value}</Outside>,
      },
    ];
  });
  return [...attributes, ...references, ...timeOf(site, description, record), ...unique];
}

function timeOf(site: Site, description: Description, record: Answered): Fact[] {
  if (!isTimed(description)) return [];
  const value = <Time site={site} of={record as Answered & Timed} />;
  return [{ name: 'startsOn', label: wordsOf(site).time, value }];
}

const identifiersOf = (record: Answered): readonly AnsweredIdentifier[] =>
  (record.identifiers ?? []) as readonly AnsweredIdentifier[];

/** The identifiers of a record that none of its fields shows. */
export function identifiersFact(site: Site, description: Description, record: Answered): Fact[] {
  const shown = description.uniqueIdentifiers.map(({ name }) => record[name]);
  const others = identifiersOf(record).filter(({ value }) => !shown.includes(value));
  if (others.length === 0) return [];
  const value = (
    <ul class="values">
      {others.map(({ schemeLabel, value: written, iri }) => (
        <li>
          {schemeLabel}: {iri === null ? written : <Outside href={iri}>{written}</Outside>}
        </li>
      ))}
    </ul>
  );
  return [{ name: 'identifiers', label: wordsOf(site).identifiers, value }];
}

const isOfTime = (property: string): boolean => ofTime.includes(property);

/** Whether a fact shows a field. */
export const shows = (fact: Pick<Fact, 'name'>, property: string | null): boolean =>
  property !== null && (property === fact.name || (fact.name === 'startsOn' && isOfTime(property)));

interface FactsOptions {
  site: Site;
  facts: readonly Fact[];
  evidence: readonly Stated[];
  disputed: readonly string[];
}

export const Facts = ({ site, facts, evidence, disputed }: FactsOptions) => (
  <dl class="facts">
    {facts.map((fact) => (
      <div>
        <dt>{fact.label}</dt>
        <dd>
          {fact.value}
          <Evidence
            site={site}
            label={fact.label}
            evidence={evidence.filter(({ property }) => shows(fact, property))}
            isDisputed={disputed.some((property) => shows(fact, property))}
          />
        </dd>
      </div>
    ))}
  </dl>
);

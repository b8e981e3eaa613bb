/** A value by its type. Which attribute it belongs to matters only for what a text links to. */
import type { ComponentChildren } from 'preact';
import type { Attribute } from '../../../resource/description';
import { fieldOfLabels } from '../../../resource/field-names';
import { labelOfField } from '../../../resource/labels';
import type { ConceptScheme } from '../../../vocabulary/concept-scheme';
import { nameOfLicence } from '../../../vocabulary/licences';
import type { DatePrecision } from '../../../vocabulary/date-precision';
import type { ObjectValue, ScalarName, ValueType } from '../../../resource/kinds/value-type';
import type { Answered, InLanguages } from '../answered';
import { typeOf } from '../documents/selection';
import { otherLanguage, Outside, Paragraphs } from '../parts/texts';
import { hrefOfConcept, wordsOf, type Site } from '../site';
import { Day } from './day';
import { writtenMoment, writtenNumber } from './days';
import { objectWritings } from './objects';

type ScalarWriting = (site: Site, value: never, precision: DatePrecision | null) => ComponentChildren;

/** A text, or a web address: that of a licence by its name. */
const text = (_: Site, value: string) => <Outside href={value}>{nameOfLicence(value) ?? value}</Outside>;
const number = ({ language }: Site, value: number) => writtenNumber(value, language);

const scalars: Readonly<Record<ScalarName, ScalarWriting>> = {
  String: text,
  IRI: text,
  Currency: text,
  Int: number,
  Float: number,
  Decimal: (site, value: string) => number(site, Number(value)),
  Boolean: (site, value: boolean) => (value ? wordsOf(site).yes : wordsOf(site).no),
  Date: (site, value: string, precision) => <Day site={site} day={value} precision={precision} />,
  DateTime: ({ language }, value: string) => <time dateTime={value}>{writtenMoment(value, language)}</time>,
};

/** A code with its label, which leads to the concept in its vocabulary. */
const Code = ({
  site,
  scheme,
  code,
  label,
}: {
  site: Site;
  scheme: ConceptScheme;
  code: string;
  label: string;
}) => {
  const iri = scheme.concepts[code]?.iri;
  if (iri !== undefined) return <Outside href={iri}>{label}</Outside>;
  return scheme.iri === undefined ? (
    <a href={hrefOfConcept(site, scheme.name, code)}>{label}</a>
  ) : (
    <>{label}</>
  );
};

/** An object whose type has no writing of its own: its parts with their names. */
const Parts = ({ site, type, value }: { site: Site; type: ObjectValue; value: Answered }) => (
  <dl class="parts">
    {Object.entries(type.fields)
      .filter(([name]) => value[name] != null)
      .map(([name, [of]]) => (
        <div>
          <dt>{labelOfField({ name })[site.language]}</dt>
          <dd>{oneValue(site, of, value[name], value[fieldOfLabels(name, false)])}</dd>
        </div>
      ))}
  </dl>
);

function oneValue(
  site: Site,
  type: ValueType,
  value: unknown,
  label: unknown,
  precision: DatePrecision | null = null,
): ComponentChildren {
  if (typeof type === 'string') return scalars[type](site, value as never, precision);
  if ('concepts' in type)
    return <Code site={site} scheme={type} code={String(value)} label={String(label ?? value)} />;
  const writing = objectWritings[type.name];
  return writing ? (
    writing(site, value as never)
  ) : (
    <Parts site={site} type={type} value={value as Answered} />
  );
}

/** A text that its attribute makes an address, such as `mailto:`. */
function addressed({ term }: Attribute, value: unknown): string | null {
  const base = term?.base;
  if (typeof value !== 'string' || base === undefined) return null;
  return /^(?:mailto:|https?:)/.test(base) ? base + value : null;
}

/** Whether a record has a value of an attribute. */
export function hasValue(record: Answered, { name }: Attribute): boolean {
  const value = record[name];
  return Array.isArray(value) ? value.length > 0 : value != null;
}

/** The value of an attribute of a record in an answer. */
export function Value({ site, attribute, of }: { site: Site; attribute: Attribute; of: Answered }) {
  const { name, kind, allTexts, paragraphs } = attribute;
  const value = of[name];
  const { of: type, isList } = typeOf(kind.output(attribute));
  if (allTexts !== undefined || paragraphs) {
    const lang = allTexts === undefined ? undefined : otherLanguage(site, of[allTexts] as InLanguages);
    return paragraphs ? (
      <Paragraphs text={String(value)} lang={lang} />
    ) : (
      <span lang={lang}>{String(value)}</span>
    );
  }
  const labels = of[fieldOfLabels(name, isList)];
  if (isList)
    return (
      <ul class="values">
        {(value as unknown[]).map((each, index) => (
          <li>{oneValue(site, type, each, (labels as string[] | undefined)?.[index])}</li>
        ))}
      </ul>
    );
  const href = addressed(attribute, value);
  if (href !== null) return <a href={href}>{String(value)}</a>;
  const precision = kind.beside ? (of[name + kind.beside.suffix] as DatePrecision | null) : null;
  return <>{oneValue(site, type, value, labels, precision)}</>;
}

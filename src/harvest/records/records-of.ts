/** Makes records of the statements of a document, as far as the declarations have a place for them. The inverse of `src/rdf/document.ts`. */
import type { Quad } from '@rdfjs/types';
import type { Finding, Place } from '../finding';
import type { HarvestedRecord } from '../harvested-record';
import { RecordClasses, type RecordNode } from './classes';
import type { RecordsContext } from './context';
import { mappingFinding, personFinding } from './mapping-findings';
import { Persons } from './persons-left-out';
import { planOf } from './plan';
import { ownerNodeOf } from './pointers';
import { readRecord, valuesOf } from './read-record';
import type { RecordReading } from './record-reading';
import { KnownLinks, placeLinked, statedLinks } from './stated-links';
import { Statements } from './statements';
import { findingsOfUnplaced } from './unplaced';

export interface RecordsRead {
  readonly records: HarvestedRecord[];
  readonly findings: Finding[];
}

/** @param quads those of a document, or of some of its records with what is stated of their parts */
export function recordsOf(quads: readonly Quad[], context: RecordsContext): RecordsRead {
  const statements = new Statements(quads, context.elsewhere);
  const classes = new RecordClasses(context.registry, statements);
  const persons = new Persons(statements, context.persons ?? false, (node) => classes.ownOf(node) !== null);
  const untagged = new Set<Quad>();
  const reading: RecordReading = {
    statements,
    classes,
    persons,
    context,
    withoutOwner: [],
    language: languageIn(quads),
    onUntagged: (quad) => untagged.add(quad),
    placeOf: (node) => placeOf(node, statements, context),
    dataOf: (node, description) => valuesOf(node, planOf(context.registry, description), reading, false),
  };
  const nodes = [...statements.subjects].flatMap((node) => classes.of(node) ?? []);
  const isLink = ({ description }: RecordNode) => description.kind === 'link';
  const known = new KnownLinks();
  const links = nodes.filter(isLink).map((node) => {
    const record = readRecord(node, reading);
    known.addRecord(
      record,
      (['from', 'to'] as const).flatMap((side) =>
        node.description.ends.filter((end) => end.side === side).map(({ name }) => name),
      ),
    );
    return record;
  });
  const others = nodes.filter((node) => !isLink(node) && !lacksOwner(node, reading));
  for (const node of others) if (node.own) placeLinked(node, reading, known);
  const resources = others.map((node) => ({ node, record: readRecord(node, reading) }));
  const stated = resources.flatMap(({ node, record }) => statedLinks(node, record, reading, known));
  const place = { document: context.document.address, line: null, column: null };
  return {
    records: [...resources.map(({ record }) => record), ...links, ...stated],
    findings: [
      ...findingsOfUnplaced(nodes, reading),
      ...reading.withoutOwner.map((node) =>
        mappingFinding('record-without-owner', {
          place: reading.placeOf(node),
          subject: node,
          words: { class: classes.of(node)?.description.type ?? '' },
        }),
      ),
      ...(untagged.size > 0
        ? [
            mappingFinding('text-without-language', {
              place,
              words: { number: untagged.size, language: reading.language },
            }),
          ]
        : []),
      ...(persons.number > 0
        ? [personFinding('persons-left-out', { place, words: { number: persons.number } })]
        : []),
      ...(persons.addresses > 0
        ? [personFinding('personal-address-left-out', { place, words: { number: persons.addresses } })]
        : []),
    ],
  };
}

/** A part of another record that the document does not name, such as the sample of a dataset, can be no record. */
function lacksOwner({ node, description, own }: RecordNode, reading: RecordReading): boolean {
  if (own) return false;
  const plan = planOf(reading.context.registry, description);
  const needed = plan.references.filter(({ reference }) => reference.required);
  const lacks = needed.some(({ reference, term }) => {
    const isStated = !term.inverse && reading.statements.of(node, term.predicate).length > 0;
    return !isStated && ownerNodeOf(node, plan, reference, reading) === null;
  });
  if (lacks) {
    reading.withoutOwner.push(node);
    reading.statements.placeAllOf(node);
  }
  return lacks;
}

/** The language of the texts that have one, if all have the same; else English. */
function languageIn(quads: readonly Quad[]): string {
  const tags = new Set<string>();
  for (const { object } of quads)
    if (object.termType === 'Literal' && object.language !== '')
      tags.add(object.language.toLowerCase().slice(0, 2));
  const [only, ...others] = tags;
  return only !== undefined && others.length === 0 && /^[a-z]{2}$/.test(only) ? only : 'en';
}

function placeOf(node: string, statements: Statements, { document, lineOf }: RecordsContext): Place {
  const [first] = statements.allOf(node);
  const line = first ? (lineOf?.(first.subject) ?? null) : null;
  return { document: document.address, line, column: null };
}

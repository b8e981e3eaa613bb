/** Makes records of the statements of a document, as far as the declarations have a place for them. The inverse of `src/rdf/document.ts`. */
import type { Quad } from '@rdfjs/types';
import { rdfClasses } from '../../vocabulary/rdf-classes';
import type { Finding, Place } from '../finding';
import type { HarvestedRecord } from '../harvested-record';
import { addressed } from './addressed';
import { RecordClasses, type RecordNode } from './classes';
import type { RecordsContext } from './context';
import { Persons } from './persons-left-out';
import { planOf } from './plan';
import { ownerNodeOf } from './pointers';
import { readRecord, valuesOf } from './read-record';
import type { RecordReading } from './record-reading';
import { KnownLinks, placeLinked, placeRoles, statedLinks } from './stated-links';
import { Statements } from './statements';
import { Tally } from './tally';

export interface RecordsRead {
  readonly records: HarvestedRecord[];
  readonly findings: Finding[];
}

/** @param quads those of a whole document */
export function recordsOf(quads: readonly Quad[], context: RecordsContext): RecordsRead {
  const reader = new RecordsReader(context);
  const records = reader.read(quads, 'whole');
  return { records, findings: reader.findings };
}

/** Records that are held back at a time: of more, only those count that have a description of their own. */
const mostHeld = 20_000;

/** Reads a document by its records, one group of statements after another, and tells at the end what had no place. */
export class RecordsReader {
  private readonly tally: Tally;
  private readonly beside = new Map<string, HarvestedRecord>();
  /** The records among those that others describe as well that had their own description. */
  private readonly own = new Set<string>();
  private bringsEvidence = false;

  constructor(private readonly context: RecordsContext) {
    this.tally = new Tally(context.document.address);
  }

  /** @param extent whether these are all statements of the document, or some of its records with what is stated of their parts */
  read(given: readonly Quad[], extent: 'whole' | 'group'): HarvestedRecord[] {
    const quads = addressed(given, this.context.document.address);
    const { registry, persons: areAllowed = false, elsewhere } = this.context;
    const statements = new Statements(quads, elsewhere);
    const classes = new RecordClasses(registry, statements);
    const isOurs = (node: string): boolean => classes.ownOf(node) !== null;
    const persons = new Persons(statements, areAllowed, isOurs);
    const untagged = new Set<Quad>();
    const reading: RecordReading = {
      statements,
      classes,
      persons,
      extent,
      context: this.context,
      withoutOwner: [],
      language: languageIn(quads),
      onUntagged: (quad) => untagged.add(quad),
      placeOf: (node) => placeOf(node, statements, this.context),
      dataOf: (node, description) => valuesOf(node, planOf(registry, description), reading, false),
    };
    const nodes = [...statements.subjects].flatMap((node) => classes.of(node) ?? []);
    const known = new KnownLinks();
    const links = nodes.filter(isLink).map((node) => {
      const record = readRecord(node, reading);
      known.addRecord(record, node.description);
      return record;
    });
    const others = nodes.filter((node) => !isLink(node) && !lacksOwner(node, reading));
    for (const node of others) if (node.own) placeLinked(node, reading, known);
    const resources = others.map((node) => ({ node, record: readRecord(node, reading) }));
    const stated = resources.flatMap(({ node, record }) => {
      // In a gateway's export, links have groups of their own.
      if (extent === 'group' && node.own) return placeRoles(node, reading);
      return statedLinks(node, record, reading, known);
    });
    this.tally.add(nodes, reading, untagged.size);
    return this.complete([...resources.map(({ record }) => record), ...links, ...stated], extent);
  }

  /** Holds back what is only described beside other records, as its own description may follow. */
  private complete(records: HarvestedRecord[], extent: 'whole' | 'group'): HarvestedRecord[] {
    if (extent === 'whole') return records;
    this.bringsEvidence ||= records.some(({ data }) => data.evidence !== undefined);
    return records.filter((record) => {
      const { iri, beside } = record;
      if (iri === null) return true;
      if (!beside || !this.bringsEvidence) {
        this.beside.delete(iri);
        if (this.isDescribedBeside(record)) this.own.add(iri);
        return true;
      }
      if (!this.own.has(iri) && this.beside.size < mostHeld) this.beside.set(iri, record);
      return false;
    });
  }

  /** Whether records of its class are described whole wherever others refer to them. */
  private isDescribedBeside({ type }: HarvestedRecord): boolean {
    return rdfClasses[this.context.registry.ofType(type)?.term ?? '']?.whole ?? false;
  }

  /** After the last group: the records that were described beside others only. */
  rest(): HarvestedRecord[] {
    return [...this.beside.values()];
  }

  /** What was found in all that was read. */
  get findings(): Finding[] {
    return this.tally.findings;
  }
}

const isLink = ({ description }: RecordNode): boolean => description.kind === 'link';

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
  const first = lineOf && statements.firstOf(node);
  const line = first ? lineOf(first.subject) : null;
  return { document: document.address, line, column: null };
}

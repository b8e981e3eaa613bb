/** Reads a source: its documents, wherever they are, and the records in them. */
import { pathToFileURL } from 'node:url';
import type { JsonLdContextDocument } from '../../rdf/reading/json-ld';
import type { Registry } from '../../resource/registry';
import type { RememberedDocument, SourceDocument } from '../document';
import type { LookUpHost } from '../fetching/connections';
import { Fetcher } from '../fetching/fetcher';
import type { HostLanes } from '../fetching/lanes';
import type { FetchLimits } from '../fetching/limits';
import { isPublic, isPublicOrInside } from '../fetching/reachable';
import type { Finding } from '../finding';
import type { HarvestSource } from '../harvest-source';
import type { ReadPart } from '../reader';
import { kindsOfSources, type KindOfSource } from '../readers';
import type { ReadStream } from '../readers/rdf-stream';
import { walkDisk } from '../walking/disk';
import { mostDocuments, type Walking } from '../walking/walking';
import { rdfReading } from './rdf-of';
import { WithoutRecords } from './without-records';

/** What reading needs of its surroundings. */
export interface ReadingParts {
  readonly registry: Registry;
  /** JSON-LD contexts that are known, by address. */
  readonly contexts: ReadonlyMap<string, JsonLdContextDocument>;
  /** For `User-Agent`, such as `num-gateway/1.0`. */
  readonly agentName: string;
  readonly now: () => Date;
  /** Shared by all sources. */
  readonly lanes: HostLanes;
  readonly onDocument?: (document: SourceDocument) => void;
  readonly limits?: Partial<FetchLimits>;
  readonly lookUp?: LookUpHost;
  readonly mostDocuments?: number;
  /** How documents are read that are too large to be held; by default in this thread. */
  readonly readStream?: ReadStream;
}

/** What one reading of a source is asked for. */
export interface SourceReadOptions {
  readonly signal: AbortSignal;
  /** What earlier runs kept of documents, by address; empty to read all anew. */
  readonly states: ReadonlyMap<string, unknown>;
}

/** What is known when a source was read. */
export interface EndOfReading {
  documents: number;
  /** Whether no document has changed since the states were kept, so that none was read. */
  unchanged: boolean;
  /** What to keep of documents for the next run, by address. */
  states: ReadonlyMap<string, RememberedDocument>;
  /** When publishers last changed documents, as instants, by address. */
  lastModified: ReadonlyMap<string, string>;
}

export interface SourceReading {
  readonly parts: AsyncIterable<ReadPart>;
  readonly ended: () => EndOfReading;
}

/** @returns how sources are read with these parts */
export const sourceReader =
  (parts: ReadingParts) =>
  (source: HarvestSource, options: SourceReadOptions): SourceReading => {
    const kind = kindsOfSources[source.kind];
    const reading = new Reading(source, kind, parts, options);
    return { parts: reading.read(), ended: () => reading.end };
  };

class Reading {
  readonly end: EndOfReading & {
    states: Map<string, RememberedDocument>;
    lastModified: Map<string, string>;
  } = {
    documents: 0,
    unchanged: false,
    states: new Map(),
    lastModified: new Map(),
  };

  constructor(
    private readonly source: HarvestSource,
    private readonly kind: KindOfSource,
    private readonly parts: ReadingParts,
    private readonly options: SourceReadOptions,
  ) {}

  async *read(): AsyncGenerator<ReadPart> {
    if (this.options.states.size > 0 && (await this.isUnchanged())) {
      this.end.unchanged = true;
      return;
    }
    this.end.states.clear();
    this.end.documents = 0;
    const reported: Finding[] = [];
    const without = new WithoutRecords(this.source.address ?? pathToFileURL(this.source.file ?? '').href);
    const report = (finding: Finding) => {
      reported.push(finding);
      without.addPart(finding);
    };
    const { rdfOf, documents, close } = this.walk(report, new Map());
    const { registry, readStream } = this.parts;
    try {
      const { signal } = this.options;
      const context = { source: this.source, registry, rdfOf, signal, ...(readStream && { readStream }) };
      const read = this.noted(documents, ({ address, leadsTo = [] }) =>
        without.addDocument(address, leadsTo.length > 0),
      );
      for await (const part of this.kind.reader.read(read, context)) {
        yield* reported.splice(0);
        without.addPart(part);
        yield part;
      }
      yield* reported.splice(0);
      if (!signal.aborted) yield* without.findings;
    } finally {
      await close();
    }
  }

  /**
   * Walks over the documents as long as each is as it was. What a record states may stand in several documents, so all are read again
   * as soon as one of them has changed.
   */
  private async isUnchanged(): Promise<boolean> {
    const reported: Finding[] = [];
    const { documents, close } = this.walk((finding) => reported.push(finding), this.options.states);
    let found = 0;
    try {
      for await (const document of this.noted(documents)) {
        const known = this.options.states.get(document.address) as RememberedDocument | undefined;
        const isFile = document.address.startsWith('file:');
        if (!document.unchanged && !(isFile && known?.digest === document.digest)) return false;
        found += 1;
      }
      return reported.length === 0 && found === this.options.states.size && !this.options.signal.aborted;
    } finally {
      await close();
    }
  }

  private async *noted(
    documents: AsyncIterable<SourceDocument>,
    onDocument: (document: SourceDocument) => void = () => undefined,
  ): AsyncGenerator<SourceDocument> {
    for await (const document of documents) {
      onDocument(document);
      const { address, validators = null, digest, leadsTo = [], lastModified } = document;
      this.end.documents += 1;
      this.end.states.set(address, {
        validators: validators ?? { etag: null, lastModified: null },
        digest,
        leadsTo,
      });
      if (lastModified !== null) this.end.lastModified.set(address, lastModified);
      this.parts.onDocument?.(document);
      yield document;
    }
  }

  private walk(report: Walking['report'], states: ReadonlyMap<string, unknown>) {
    const { source, parts, options, kind } = this;
    const { signal } = options;
    const fetcher = new Fetcher({
      ...parts,
      signal,
      mayReach: source.allowPrivateAddresses ? isPublicOrInside : isPublic,
      robots: source.ignoreRobots ? 'ignored' : 'obeyed',
      ...(source.address !== null && { credentials: { for: source.address, headers: source.credentials } }),
      recall: async (address) => (states.get(address) as RememberedDocument | undefined) ?? null,
    });
    const rdfOf = rdfReading(parts.contexts);
    const walking = { fetcher, rdfOf, signal, now: parts.now, report, mostDocuments, ...definedOnly(parts) };
    const documents =
      source.file === null ? kind.walk(source.address ?? '', walking) : walkDisk(source.file, walking);
    return { rdfOf, documents, close: () => fetcher.close() };
  }
}

const definedOnly = ({ mostDocuments: most }: ReadingParts) =>
  most === undefined ? {} : { mostDocuments: most };

/** Documents that give no record, and of which nothing else is said: a source must not come to nothing without a word. */
import type { Finding } from '../finding';
import { isRecord, type ReadPart } from '../reader';
import { walkFinding } from '../walking/finding-texts';

/** Collects what the documents of a source give. */
export class WithoutRecords {
  /** By the address of a document: whether it gave a record, or something was said of it. */
  private readonly documents = new Map<string, boolean>();

  private isEmpty = true;
  private hasError = false;

  /** @param source its address or file */
  constructor(private readonly source: string) {}

  /** @param leadsOn whether it only leads to others */
  addDocument(address: string, leadsOn: boolean): void {
    this.isEmpty = false;
    if (!leadsOn && !this.documents.has(address)) this.documents.set(address, false);
  }

  addPart(part: ReadPart): void {
    if (!isRecord(part) && part.severity === 'ERROR') this.hasError = true;
    const address = isRecord(part) ? part.document.address : part.place.document;
    const isTold = isRecord(part) || part.severity !== 'INFO';
    if (isTold && this.documents.has(address)) this.documents.set(address, true);
  }

  /** One finding for all of them; none if each gave something. */
  get findings(): Finding[] {
    // An empty folder or archive is no sign that all records have vanished.
    if (this.isEmpty) return this.hasError ? [] : [walkFinding('no-documents', this.source)];
    const silent = [...this.documents].flatMap(([address, isTold]) => (isTold ? [] : [address]));
    const [first] = silent;
    if (first === undefined) return [];
    const isAll = silent.length === this.documents.size;
    const id = isAll ? 'no-records' : 'documents-without-records';
    return [walkFinding(id, first, { value: first, number: silent.length })];
  }
}

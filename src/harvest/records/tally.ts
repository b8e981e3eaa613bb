/** What was found while the records of a document were read: once for each kind, with how often. */
import type { Finding } from '../finding';
import type { RecordNode } from './classes';
import { mappingFinding, personFinding } from './mapping-findings';
import type { RecordReading } from './record-reading';
import { addUnplaced, findingOfUnplaced, type Unplaced } from './unplaced';

/** Parts without an owner that are named. */
const mostNamed = 100;

export class Tally {
  private readonly unplaced = new Map<string, Unplaced>();
  private readonly withoutOwner: Finding[] = [];
  private untagged = 0;
  private language = 'en';
  private persons = 0;
  private addresses = 0;

  /** @param document its address */
  constructor(private readonly document: string) {}

  /** @param untagged the number of texts without a language */
  add(nodes: readonly RecordNode[], reading: RecordReading, untagged: number): void {
    const { persons, withoutOwner, classes, language } = reading;
    addUnplaced(this.unplaced, nodes, reading);
    for (const node of withoutOwner.slice(0, mostNamed - this.withoutOwner.length))
      this.withoutOwner.push(
        mappingFinding('record-without-owner', {
          place: reading.placeOf(node),
          subject: node,
          words: { class: classes.of(node)?.description.type ?? '' },
        }),
      );
    this.untagged += untagged;
    if (untagged > 0) this.language = language;
    this.persons += persons.number;
    this.addresses += persons.addresses;
  }

  get findings(): Finding[] {
    const { untagged, language, persons, addresses } = this;
    const place = { document: this.document, line: null, column: null };
    return [
      ...[...this.unplaced.values()].map(findingOfUnplaced),
      ...this.withoutOwner,
      ...(untagged > 0
        ? [mappingFinding('text-without-language', { place, words: { number: untagged, language } })]
        : []),
      ...(persons > 0 ? [personFinding('persons-left-out', place, persons)] : []),
      ...(addresses > 0 ? [personFinding('personal-address-left-out', place, addresses)] : []),
    ];
  }
}

/** Maps a record's identifiers, and its evidence with the cited sources. */
import type { Evidence, EvidenceDocument, Identifier } from '../resource/evidence';
import { Confidence } from '../vocabulary/confidence';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import {
  checkCode,
  checkIdentifier,
  checkLine,
  checkList,
  checkParagraphs,
  checkPart,
  checkStatedDate,
  distinct,
  WrongValue,
} from '../resource/written/check';
import type { Findings, Path } from './findings';

/** The distinct identifiers. */
export function mapIdentifiers(written: unknown, findings: Findings): Identifier[] {
  const seen = new Set<string>();
  return findings.list('identifiers', written, (item, path) => {
    findings.refuseUnknown(item, ['scheme', 'value'], path);
    const scheme = findings.check([...path, 'scheme'], () => checkCode(IdentifierScheme, item.scheme));
    const value =
      findings.check([...path, 'value'], () =>
        scheme ? checkIdentifier(scheme as Identifier['scheme'], item.value) : checkLine(item.value),
      ) ?? '';
    const identifier = `${scheme ?? ''} ${value}`;
    if (scheme && value && seen.has(identifier)) {
      findings.refuse(path, `${findings.label} has the identifier "${identifier}" twice.`, 'Leave one out.');
    }
    seen.add(identifier);
    return { scheme: scheme as Identifier['scheme'], value };
  });
}

const evidenceFields = [
  'source',
  'property',
  'statedValue',
  'quotation',
  'confidence',
  'statedOn',
  'during',
  'note',
  'complete',
];

/** The harvested document of an entry of evidence. Only a harvest can state it; whoever writes records by hand cannot. */
export class HarvestedDocument implements EvidenceDocument {
  constructor(
    readonly address: string,
    readonly digest: string,
  ) {}
}

/** What the evidence of a record may refer to. */
export interface Citing {
  /** The properties that a statement may refer to. */
  properties: readonly string[];
  /** Those of them with several values or records. */
  lists: readonly string[];
  /** Called with each cited source and its position. */
  cite: (source: string, path: Path) => string;
  /** Called with each record for whose time something is stated. @throws WrongValue */
  timeOf: (record: unknown, path: Path) => string;
}

export function mapEvidence(
  written: unknown,
  { properties, lists, cite, timeOf }: Citing,
  findings: Findings,
): Evidence[] {
  /** The last entry that a harvest added, and what it came to. */
  let last: { entry: Record<string, unknown>; evidence: Evidence } | null = null;
  return findings.list('evidence', written, (whole, path) => {
    const { document, ...entry } = whole;
    const isHarvested = document instanceof HarvestedDocument;
    if (last && isHarvested && isLike(last.entry, whole) && properties.includes(String(entry.property)))
      return { ...last.evidence, property: String(entry.property) };
    const item = isHarvested || document === undefined ? entry : { ...entry, document };
    findings.refuseUnknown(item, evidenceFields, path);
    const optional = (field: string, check: (value: unknown) => string): string | null =>
      item[field] == null ? null : (findings.check([...path, field], () => check(item[field])) ?? null);
    const source = findings.check([...path, 'source'], () => checkLine(item.source));
    const property = optional('property', checkLine);
    if (property && !properties.includes(property)) {
      findings.refuse(
        [...path, 'property'],
        `${findings.label} has no property "${property}".`,
        `Use one of ${properties.join(', ')}, or leave it out when the source speaks of the record as a whole.`,
      );
    }
    const evidence = {
      sourceId: source ? cite(source, [...path, 'source']) : '',
      property,
      statedValue: optional('statedValue', checkLine),
      quotation: optional('quotation', checkParagraphs),
      confidence: findings.check([...path, 'confidence'], () =>
        checkCode(Confidence, item.confidence),
      ) as Evidence['confidence'],
      statedOn: optional('statedOn', checkStatedDate),
      during:
        findings.check([...path, 'during'], () =>
          distinct(
            checkList(item.during ?? [], 'a list of records, such as [funding-periods/num-period-2]').map(
              (record, index) => checkPart(index, () => timeOf(record, [...path, 'during', index])),
            ),
          ),
        ) ?? [],
      note: optional('note', checkParagraphs),
      complete: findings.check([...path, 'complete'], () => checkComplete(item, lists)) ?? false,
      ...(isHarvested && { document }),
    };
    last = isHarvested && property !== null ? { entry: whole, evidence } : null;
    return evidence;
  });
}

/** Whether two entries say the same of two properties, as those do that a harvest adds to each value of a record. */
const isLike = (one: Record<string, unknown>, other: Record<string, unknown>): boolean =>
  one.document === other.document &&
  typeof other.property === 'string' &&
  evidenceFields.every((field) => field === 'property' || one[field] === other[field]);

/** A statement can only be complete for a list, and at a time. */
function checkComplete(
  { complete, property, statedOn }: Record<string, unknown>,
  lists: readonly string[],
): boolean {
  if (complete == null || complete === false) return false;
  if (complete === true && lists.includes(String(property)) && statedOn != null) return true;
  throw new WrongValue(
    `true or false; true only beside a "statedOn" and a "property" that is a list: ${lists.join(', ')}`,
  );
}

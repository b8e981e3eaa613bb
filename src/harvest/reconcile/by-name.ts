/** What the names of a mention say: which records it surely is, and which it may be. */
import type { Mentioned } from '../harvested-record';
import { closeness, type Fit } from './names/fitting';
import type { NamedRecord } from './names/known-names';
import { closest, fitsOf, fitsOfParts } from './names/match';
import type { ReadName } from './names/read-name';
import type { Candidate } from './outcome';
import { reasons } from './reasons';
import type { Tables } from './tables';
import { withoutVersion } from './words/standards';

const scores: Readonly<Record<number, number>> = { 4: 1, 3: 0.97, 2: 0.93, 1: 0.9 };

/** What a mention may be, from its names alone. */
export interface Named {
  readonly sure: readonly Candidate[];
  readonly doubtful: readonly Candidate[];
}

/** What the names of a mention say, all of them together. */
export function byNames(mention: Mentioned, tables: Tables, mayBe: (record: NamedRecord) => boolean): Named {
  const { names } = tables;
  const texts = [...new Set(mention.names.map(({ value }) => value.trim()).filter(Boolean))];
  const fits: { fit: Fit; text: string }[] = [];
  const candidates: Candidate[] = [];
  for (const text of texts) {
    const name = names.reader.read(text);
    const found = versioned(name, text, tables, mayBe);
    fits.push(...found.fits.map((fit) => ({ fit, text: text })));
    candidates.push(...found.candidates);
    if (found.fits.length === 0) candidates.push(...tables.resembling.to(name, mayBe));
  }
  const best = closest(fits.map(({ fit }) => fit));
  const sure = best.map(({ record, close, reason }): Candidate => {
    const text = fits.find(({ fit }) => fit.record === record)?.text ?? '';
    const typingError = close < closeness.name && names.reader.read(text).corrected;
    return {
      key: record.key,
      score: typingError ? 0.9 : (scores[close] ?? 0.9),
      reason: typingError ? reasons.typingError(text) : reason(text),
    };
  });
  return { sure, doubtful: candidates };
}

/** The fits of one text; of a standard, its version is another matter than its name. */
function versioned(
  name: ReadName,
  text: string,
  { names }: Tables,
  mayBe: (record: NamedRecord) => boolean,
): { fits: readonly Fit[]; candidates: readonly Candidate[] } {
  const whole = fitsOf(name, names, mayBe);
  const literal = whole.some(({ close }) => close === closeness.name);
  const parts = literal ? [] : fitsOfParts(name, names, mayBe).filter(({ close }) => close > closeness.unit);
  const records = new Set([...parts, ...whole].map(({ record }) => record));
  // Two organisations in one text: neither is it alone.
  if (records.size > 1 && parts.length > 1 && !whole.some(({ close }) => close >= closeness.some))
    return {
      fits: [],
      candidates: [...records].map(({ key }) => ({ key, score: 0.75, reason: reasons.oneOfSeveral(text) })),
    };
  if (whole.length > 0) return { fits: whole, candidates: [] };
  const bare = withoutVersion(text);
  const isStandard = (record: NamedRecord): boolean => record.type === 'Standard' && mayBe(record);
  const again = bare ? fitsOf(names.reader.read(bare.name), names, isStandard) : [];
  if (!bare || again.length === 0)
    return {
      fits: [],
      candidates: parts.map(({ record }) => ({
        key: record.key,
        score: 0.7,
        reason: reasons.oneOfSeveral(text),
      })),
    };
  const other = again.filter(
    ({ record: { version } }) => version !== null && !sameVersion(version, bare.version),
  );
  return {
    fits: again.filter((fit) => !other.includes(fit)),
    candidates: other.map(({ record }) => ({
      key: record.key,
      score: 0.75,
      reason: reasons.otherVersion(text),
    })),
  };
}

const sameVersion = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

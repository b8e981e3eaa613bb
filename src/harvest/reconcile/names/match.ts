/** Finds the records that a name surely is: those that it fits best, as a whole or as a department of one. */
import { reasons } from '../reasons';
import { faculty, university } from '../words/organisations';
import { isMoreThanUnit, isUnitWord, joining } from '../words/units';
import { closeness, fitOf, type Fit } from './fitting';
import type { KnownNames, NamedRecord } from './known-names';
import { coreOf, type Core, type NamePart, type ReadName } from './read-name';

/** Classes that a record may be of. */
export type MayBe = (record: NamedRecord) => boolean;

/** All fits of a name, the closest ones only, by record. */
export function fitsOf(name: ReadName, names: KnownNames, mayBe: MayBe): Fit[] {
  if (name.isAbroad) return [];
  const literal = names.withJoined(name.joined).filter(mayBe);
  const called = literal.filter(({ joined }) => joined.has(name.joined));
  if (called.length > 0)
    return called.map((record) => ({ record, close: closeness.name, reason: reasons.name }));
  const lettered = literal.filter((record) => names.isTelling(name.joined, record));
  if (literal.length > 0)
    return lettered.map((record) => ({ record, close: closeness.words, reason: reasons.acronym }));
  const whole = closest(readings(name, names, mayBe).flatMap((core) => fitsOfCore(core, name, names, mayBe)));
  if (whole.length > 0 && !isCompanyOfItsOwn(name, whole)) return whole;
  return unitsOf(name, names, mayBe);
}

/** A company beside its parent is another one. */
const isCompanyOfItsOwn = ({ isCompany, isMore }: ReadName, fits: readonly Fit[]): boolean =>
  isCompany && isMore && fits.every(({ record }) => !record.isCompany);

/** What a name may say: all of it, or without the university to which a hospital belongs, and without what only repeats it in letters. */
function readings({ parts }: ReadName, names: KnownNames, mayBe: MayBe): Core[] {
  const plain = parts.filter(
    (part, place) => !isLettersOf(part, names, mayBe) && !isInitialsOf(part, parts[place - 1]),
  );
  const bases = plain.length > 0 && plain.length < parts.length ? [parts, plain] : [parts];
  return bases.flatMap((base) => {
    const own = withoutParents(base);
    return [coreOf(base), ...(own.length < base.length ? [coreOf(own), withTownsOf(coreOf(own), base)] : [])];
  });
}

const withTownsOf = (core: Core, parts: readonly NamePart[]): Core => ({
  ...core,
  towns: coreOf(parts).towns,
});

/** A part that is nothing but the acronym of a record. */
const isLettersOf = ({ tokens }: NamePart, names: KnownNames, mayBe: MayBe): boolean =>
  tokens.length === 1 &&
  names.withJoined(tokens[0] ?? '').some((record) => mayBe(record) && record.acronyms.has(tokens[0] ?? ''));

/** Letters in brackets that abbreviate what stands before them: Universitätsklinikum des Saarlandes (UKS). */
function isInitialsOf({ tokens, kind }: NamePart, before: NamePart | undefined): boolean {
  const [letters = ''] = tokens;
  if (!before || kind !== null || tokens.length !== 1 || letters.length > 6) return false;
  const initials = before.tokens
    .map((token) => (token === 'UH' ? 'uk' : token.charAt(0).toLowerCase()))
    .join('');
  return letters.startsWith('uk')
    ? initials.startsWith('uk') && isWithin(letters, initials)
    : letters.length >= 2 && letters === initials;
}

/** Whether letters occur in a text in this order. */
function isWithin(letters: string, text: string): boolean {
  let place = 0;
  for (const letter of letters) {
    place = text.indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}

/** Without the university or faculty that stands beside a hospital. */
function withoutParents(parts: readonly NamePart[]): readonly NamePart[] {
  if (coreOf(parts).kind !== 'UH') return parts;
  const hasOwn = parts.some(({ kind }) => kind === 'UH');
  return hasOwn ? parts.filter(({ kind }) => kind !== university && kind !== faculty) : parts;
}

function fitsOfCore(core: Core, name: ReadName, names: KnownNames, mayBe: MayBe): Fit[] {
  const candidates = new Set([
    ...[...core.words].flatMap((word) => names.withWord(word)),
    ...[...core.towns].flatMap((town) => names.inTown(town)),
  ]);
  const fits = [...candidates].filter(mayBe).flatMap((record) => fitOf(core, record, name, names) ?? []);
  return fits.filter(({ record }) => lettersAgree(name, record, names, mayBe));
}

/** Letters in brackets that stand for other records only contradict. */
function lettersAgree({ parts }: ReadName, record: NamedRecord, names: KnownNames, mayBe: MayBe): boolean {
  return parts.every((part) => {
    if (!isLettersOf(part, names, mayBe)) return true;
    const meant = names.withJoined(part.tokens[0] ?? '').filter(mayBe);
    return meant.includes(record) || meant.every((other) => !names.isTelling(part.tokens[0] ?? '', other));
  });
}

/** Only the closest fits, each record once. */
export function closest(fits: readonly Fit[]): Fit[] {
  const best = Math.max(0, ...fits.map(({ close }) => close));
  const byRecord = new Map<NamedRecord, Fit>();
  for (const fit of fits) if (fit.close === best && !byRecord.has(fit.record)) byRecord.set(fit.record, fit);
  return [...byRecord.values()];
}

/** A department, with the organisation in another part of the name or after "of". */
function unitsOf(name: ReadName, names: KnownNames, mayBe: MayBe): Fit[] {
  const { parts } = name;
  if (name.isCompany || name.isMore) return [];
  const asUnit = (fits: readonly Fit[]): Fit[] =>
    fits.map(({ record }) => ({ record, close: closeness.unit, reason: reasons.unit }));
  const units = parts.filter((part) => isUnit(part));
  const others = parts.filter((part) => !units.includes(part));
  if (units.length > 0 && others.length > 0) {
    const rest: ReadName = { ...name, parts: others };
    if (units.some((part) => mentionsOther(part, names, mayBe))) return [];
    const fits = closest(
      readings(rest, names, mayBe).flatMap((core) => fitsOfCore(core, rest, names, mayBe)),
    );
    const alone = others.length === 1 ? literalOf(others[0], names, mayBe) : [];
    const found = alone.length > 0 ? alone : fits;
    if (found.length > 0) return asUnit(found);
  }
  const [only] = others.length > 0 && units.length === 0 ? others.filter((part) => part.isUnit) : units;
  const split = parts.flatMap((part) => (part === only || part.tokens.some(isUnitWord) ? [part] : []));
  return asUnit(closest(split.flatMap((part) => unitWithin(part, name, names, mayBe))));
}

const isUnit = (part: NamePart): boolean => part.kind === null && (part.isUnit || part.isSpeciality);

/** Whether a department's name has the name or letters of another record in it: DKFZ-Hector Krebsinstitut. */
function mentionsOther(part: NamePart, names: KnownNames, mayBe: MayBe): boolean {
  return part.tokens.some((token) =>
    names.withJoined(token).some((record) => mayBe(record) && names.isTelling(token, record)),
  );
}

function literalOf(part: NamePart | undefined, names: KnownNames, mayBe: MayBe): Fit[] {
  const joined = part?.tokens.join('') ?? '';
  return names
    .withJoined(joined)
    .filter((record) => mayBe(record) && (record.joined.has(joined) || names.isTelling(joined, record)))
    .map((record) => ({ record, close: closeness.words, reason: reasons.name }));
}

/** "Institut für Virologie der Charité": a department, a joining word, and what it belongs to. */
function unitWithin({ tokens }: NamePart, name: ReadName, names: KnownNames, mayBe: MayBe): Fit[] {
  for (let place = 1; place < tokens.length - 1; place++) {
    if (!joining.has(tokens[place] ?? '')) continue;
    const before = names.reader.partOf(tokens.slice(0, place));
    const after = names.reader.partOf(
      tokens.slice(place + 1).filter((token, at) => at > 0 || !joining.has(token)),
    );
    if (!before.tokens.some(isUnitWord) || before.tokens.some(isMoreThanUnit) || before.kind !== null)
      continue;
    if (mentionsOther(before, names, mayBe) || literalOf(before, names, mayBe).length > 0) continue;
    const towns = name.parts.filter((part) => part.words.length === 0 && part.kind === null);
    const rest: ReadName = { ...name, parts: [after, ...towns] };
    const fits = [
      ...literalOf(after, names, mayBe),
      ...readings(rest, names, mayBe).flatMap((core) => fitsOfCore(core, rest, names, mayBe)),
    ];
    const best = closest(fits);
    if (best.length > 0) return best;
  }
  return [];
}

/** Records that single parts of a name are, where they are several: two organisations in one text. */
export function fitsOfParts(name: ReadName, names: KnownNames, mayBe: MayBe): Fit[] {
  const found = new Map<NamedRecord, Fit>();
  for (const piece of names.reader.readPieces(name))
    for (const fit of fitsOf(piece, names, mayBe)) if (!found.has(fit.record)) found.set(fit.record, fit);
  return [...found.values()];
}

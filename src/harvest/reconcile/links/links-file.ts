/** Reads LINKS_FILE, the decisions of persons on links. All its faults are told at once, each with its line, field and remedy. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { reasonOf, WrongConfiguration } from '../../../errors';
import { offsetAt } from '../../../intake/yaml-offsets';
import { canonicalIdentifier, takenBy } from '../../../resource/identifiers/identifiers';
import { codesOf } from '../../../vocabulary/concept-scheme';
import { IdentifierScheme } from '../../../vocabulary/identifier-scheme';
import { contradictionsIn } from './contradictions';
import { Decisions, type Decision } from './decisions';
import { linksYaml } from './links-yaml';

const text = (takes: string) => z.string(takes).trim().min(1, takes);
const identifier = z
  .strictObject({
    scheme: z.enum(codesOf(IdentifierScheme), `one of ${codesOf(IdentifierScheme).join(', ')}`),
    value: text('an identifier'),
  })
  .refine(({ scheme, value }) => canonicalIdentifier(scheme, value) !== null, {
    error: (issue) => takenBy((issue.input as { scheme: IdentifierScheme }).scheme),
  });
const mention = z
  .strictObject(
    {
      name: text('the name that the source writes').optional(),
      iri: text('the address under which the source names it').optional(),
      identifiers: z.array(identifier, 'a list of identifiers').default([]),
    },
    'what was mentioned, as { name, iri, identifiers }',
  )
  .refine(
    ({ name, iri, identifiers }) => name !== undefined || iri !== undefined || identifiers.length > 0,
    'a name, an iri or identifiers, so that one knows what was mentioned',
  );
const day = /^\d{4}-\d{2}-\d{2}$/;
const decisions = ['same', 'different', 'new'] as const;

const entryFor = (paths: ReadonlySet<string>) =>
  z.strictObject({
    mention,
    source: text('the name of a source in SOURCES_FILE').optional(),
    decision: z.enum(decisions, 'same, different or new'),
    record: z
      .string('the key of a record, such as institutions/marburg')
      .refine(
        (key) => /^[a-z-]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key) && paths.has(key.slice(0, key.indexOf('/'))),
        'the key of a record, such as institutions/marburg',
      )
      .optional(),
    by: text('who decided'),
    on: z
      .string('the day of the decision, as 2026-11-30')
      .refine(
        (on) => day.test(on) && !Number.isNaN(Date.parse(on)),
        'the day of the decision, as 2026-11-30',
      ),
    note: text('a note').optional(),
  });

/**
 * Reads the file; no decisions if there is none yet.
 * @param paths the paths of the classes of records
 * @throws WrongConfiguration
 */
export async function readLinksFile(path: string, paths: ReadonlySet<string>): Promise<Decision[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new WrongConfiguration(`LINKS_FILE="${path}" cannot be read: ${reasonOf(error)}`);
  });
  return bytes === null ? [] : decisionsIn(bytes, path, paths);
}

/** @throws WrongConfiguration with all faults */
export function decisionsIn(written: Buffer, path: string, paths: ReadonlySet<string>): Decision[] {
  const yaml = linksYaml(written, path);
  const given = yaml.document.contents ? yaml.valueOf(yaml.document.contents) : null;
  if (given === null) return [];
  const takesList = 'a list of decisions';
  const file = z.strictObject({ links: z.array(entryFor(paths), takesList) }, 'a map with the field "links"');
  const result = file.safeParse(given);
  const read = result.success ? result.data.links.map(decisionOf) : [];
  const faults = [
    ...(result.success ? [] : result.error.issues).flatMap(faultsOf),
    ...(result.success ? result.data.links : []).flatMap((entry, index) => faultsBetween(entry, index)),
    ...contradictionsIn(read),
  ].map((fault) => ({ ...fault, at: offsetAt(yaml.document, fault.path) ?? 0 }));
  if (faults.length === 0) return read;
  const lines = faults
    .sort((a, b) => a.at - b.at)
    .map(({ at, path: place, text: message }) => {
      const { line, column } = yaml.position(at);
      const [, index, ...field] = place;
      const which =
        typeof index === 'number'
          ? `Decision ${index + 1}${field.length > 0 ? `, ${field.join('.')}` : ''}`
          : 'The file';
      return `  ${path}:${line}:${column}  ${which} ${message}.`;
    });
  throw new WrongConfiguration(`${path} cannot be used:\n${lines.join('\n')}`);
}

export interface Fault {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

type Entry = z.infer<ReturnType<typeof entryFor>>;

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], text: 'is not known; take it away' }));
  return [{ path, text: `is missing or not usable; it takes ${issue.message}` }];
}

/** What no field shows alone. */
function faultsBetween({ decision, record }: Entry, index: number): Fault[] {
  if (decision === 'new' && record !== undefined)
    return [
      {
        path: ['links', index, 'record'],
        text: 'stands beside "decision: new"; a new record has no key yet, so take it away',
      },
    ];
  if (decision !== 'new' && record === undefined)
    return [
      {
        path: ['links', index, 'decision'],
        text: `is "${decision}", but no record is named; give its key as "record"`,
      },
    ];
  return [];
}

function decisionOf({
  mention: { name, iri, identifiers },
  source,
  decision,
  record = '',
  by,
  on,
  note,
}: Entry): Decision {
  return {
    mention: { name: name ?? null, iri: iri ?? null, identifiers },
    source: source ?? null,
    verdict:
      decision === 'new'
        ? { decision: 'NEW' }
        : { decision: decision === 'same' ? 'SAME' : 'NOT_SAME', key: record },
    by,
    on,
    note: note ?? null,
  };
}

/** The decisions of a file, to link with. */
export const openDecisions = async (path: string, paths: ReadonlySet<string>): Promise<Decisions> =>
  new Decisions(await readLinksFile(path, paths));

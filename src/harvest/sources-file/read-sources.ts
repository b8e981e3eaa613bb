/** Reads SOURCES_FILE, which lists what is harvested. All its faults are told at once, each with its line, field and remedy. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { reasonOf, WrongConfiguration } from '../../errors';
import { readStrictYaml, YamlRefused, type StrictYaml } from '../../intake/strict-yaml';
import { offsetAt } from '../../intake/yaml-offsets';
import type { HarvestSource } from '../harvest-source';
import { entryIn, type SourcesContext, type WrittenSource } from './entry';

/** @throws WrongConfiguration */
export async function readSourcesFile(path: string, context: SourcesContext): Promise<HarvestSource[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new WrongConfiguration(`SOURCES_FILE="${path}" cannot be read: ${reasonOf(error)}`);
  });
  return sourcesIn(bytes, path, context);
}

/**
 * @param path the file, for messages; the files that it names are resolved against its folder
 * @throws WrongConfiguration with all faults
 */
export function sourcesIn(written: Buffer, path: string, context: SourcesContext): HarvestSource[] {
  const yaml = parsed(written, path);
  const given = yaml.document.contents ? yaml.valueOf(yaml.document.contents) : null;
  if (given === null)
    throw new WrongConfiguration(`${path} is empty. List the sources under "sources:"; see docs/harvest.md.`);
  const file = z.strictObject(
    { sources: z.array(entryIn(context, dirname(resolve(path))), takesList) },
    `a map with the field "sources"`,
  );
  const result = file.safeParse(given);
  const faults = [
    ...(result.success ? [] : result.error.issues).flatMap((issue) => faultsOf(issue, given)),
    ...faultsBetweenFields(given),
  ].map(({ path: at, text }) => ({ at: offsetAt(yaml.document, at) ?? 0, place: placeOf(at, given), text }));
  if (faults.length === 0 && result.success) return result.data.sources.map(sourceOf);
  const lines = faults
    .sort((a, b) => a.at - b.at)
    .map(({ at, place, text }) => {
      const { line, column } = yaml.position(at);
      return `  ${path}:${line}:${column}  ${place} ${text}.`;
    });
  throw new WrongConfiguration(`${path} cannot be used:\n${lines.join('\n')}`);
}

const takesList = 'a list of sources';

function parsed(written: Buffer, path: string): StrictYaml {
  try {
    const yaml = readStrictYaml(written, path);
    // Aliases are resolved here, and may lead nowhere.
    if (yaml.document.contents) yaml.valueOf(yaml.document.contents);
    return yaml;
  } catch (error) {
    if (!(error instanceof YamlRefused)) throw error;
    const { file, line, column } = error.at;
    throw new WrongConfiguration(`${file}:${line}:${column}  ${error.message} ${error.remedy}`);
  }
}

type Path = readonly (string | number)[];
interface Fault {
  path: Path;
  text: string;
}

function faultsOf(issue: z.core.$ZodIssue, given: unknown): Fault[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], text: 'is not known; take it away' }));
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? '') : issue.message;
  const isThere = path.reduce<unknown>(
    (value, part) => (value as Partial<Record<string | number, unknown>>)[part],
    given,
  );
  return [{ path, text: `is ${isThere === undefined ? 'missing' : 'not usable'}; it takes ${message}` }];
}

/** What no field shows alone. The values are as written, as there may be other faults. */
function faultsBetweenFields(given: unknown): Fault[] {
  const { sources } = given as { sources?: unknown };
  if (!Array.isArray(sources)) return [];
  const names = new Set<unknown>();
  return sources.flatMap((source: unknown, index): Fault[] => {
    if (typeof source !== 'object' || source === null) return [];
    const { name, address, file, credentials } = source as Record<string, unknown>;
    const faults: Fault[] = [];
    const say = (field: string, text: string) => faults.push({ path: ['sources', index, field], text });
    if (typeof name === 'string' && names.has(name))
      say('name', 'stands twice in the file; give each source a name of its own');
    names.add(name);
    if (address === undefined && file === undefined)
      say('address', 'is missing; say where the source is, with "address:" or "file:"');
    if (address !== undefined && file !== undefined)
      say('file', 'stands beside "address"; a source has one of them');
    if (file !== undefined && credentials !== undefined)
      say('credentials', 'are for an address, and a file needs none; take them away');
    return faults;
  });
}

/** `Source "health-ri", schedule`, or the number of a source without a name. */
function placeOf(path: Path, given: unknown): string {
  const [list, index, ...field] = path;
  if (list !== 'sources' || typeof index !== 'number')
    return path.length > 0 ? `The field "${path.join('.')}"` : 'The file';
  const { name } = ((given as { sources: unknown[] }).sources[index] ?? {}) as { name?: unknown };
  const which = typeof name === 'string' ? `"${name}"` : `number ${index + 1}`;
  return `Source ${which}${field.length > 0 ? `, ${field.join('.')}` : ''}`;
}

const sourceOf = (written: WrittenSource): HarvestSource => ({
  name: written.name,
  title: written.title ?? written.name,
  kind: written.kind,
  address: written.address ?? null,
  file: written.file ?? null,
  owner: written.owner ?? null,
  schedule: written.schedule ?? null,
  rank: written.rank,
  mayState: written.mayState,
  persons: written.persons,
  allowPrivateAddresses: written.allowPrivateAddresses,
  ignoreRobots: written.ignoreRobots,
  credentials: Object.fromEntries(
    Object.entries(written.credentials).map(([header, value]) => [header.toLowerCase(), value]),
  ),
  withdrawAfter: written.withdrawAfter === 'never' ? null : written.withdrawAfter,
  licence: written.licence ?? null,
});

/** Reads and validates the file that lists remote subgraphs. Each problem is reported with its entry and field. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import { reasonOf, WrongConfiguration } from '../../errors';
import { readStrictYaml, YamlRefused } from '../../intake/strict-yaml';
import { proxyOfEnvironment } from '../remote/connections';
import type { LocalSubgraph } from './local-subgraph';
import { wrongMayExtend } from './may-extend';
import { entryInFile, entryOf, type EntryInFile, type SubgraphEntry } from './subgraph-entry';

/** What is needed of our own subgraph to validate the file. */
type Ours = Pick<LocalSubgraph, 'name' | 'schema'>;

/** Reads an environment variable. */
export type ReadVariable = (name: string) => string | undefined;

const file = z.strictObject({ subgraphs: z.array(entryInFile) });

/** What an entry says beside a supergraph: where the subgraph is, and what it has, is said there. */
const settingsFile = z.strictObject({
  subgraphs: z.array(
    entryInFile.omit({ schema: true, mayExtend: true }).extend({ url: entryInFile.shape.url.optional() }),
  ),
});

/** @throws WrongConfiguration */
export async function readSubgraphsFile(
  path: string,
  read: ReadVariable,
  ours: Ours,
): Promise<SubgraphEntry[]> {
  return subgraphsIn(await bytesOf(path), path, read, ours);
}

/** The settings of subgraphs of a supergraph that was composed elsewhere. @throws WrongConfiguration */
export async function readSubgraphSettings(
  path: string,
  read: ReadVariable,
  ours: Ours,
): Promise<SubgraphEntry[]> {
  return subgraphsIn(await bytesOf(path), path, read, ours, settingsFile);
}

const bytesOf = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: unknown) => {
    throw new WrongConfiguration(`SUBGRAPHS_FILE="${path}" cannot be read: ${reasonOf(error)}`);
  });

/**
 * @param path the origin of the text, for messages
 * @throws WrongConfiguration with all problems
 */
export function subgraphsIn(
  written: Buffer,
  path: string,
  read: ReadVariable,
  ours: Ours,
  form: typeof file | typeof settingsFile = file,
): SubgraphEntry[] {
  const given = valueOf(written, path);
  if (given === null)
    throw new WrongConfiguration(`${path} is empty. List the subgraphs under "subgraphs:".`);
  const result = form.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${placeOf(issue.path, given)} ${takes(issue)}.`);
    throw new WrongConfiguration(`${path} cannot be used: ${faults.join(' ')}`);
  }
  const problems: string[] = [];
  const names = new Set<string>();
  const proxies = proxyOfEnvironment(read);
  const entries = result.data.subgraphs.map((each: EntryInFile): SubgraphEntry => {
    const { name, mayExtend } = each;
    if (name === ours.name) problems.push(`The name "${name}" is ours. Give the subgraph another one.`);
    if (names.has(name)) problems.push(`The name "${name}" stands twice.`);
    names.add(name);
    const isWrong = (field: string, why: string): string => {
      problems.push(`Subgraph "${name}", ${field}: ${why}`);
      return '';
    };
    for (const type of mayExtend ?? []) {
      const problem = wrongMayExtend(type, ours.schema);
      if (problem !== null) problems.push(`Subgraph "${name}", ${problem}`);
    }
    const place = (from: string): string => resolve(dirname(path), from);
    const textOf = (field: string, from: string): string => {
      try {
        return readFileSync(place(from), 'utf8');
      } catch (error) {
        return isWrong(field, `the file cannot be read (${reasonOf(error)}).`);
      }
    };
    const entry = entryOf(each, {
      variable: (field, from) => {
        const found = read(from);
        if (found === undefined || found === '')
          return isWrong(field, `the environment variable ${from} is not set.`);
        return found;
      },
      file: textOf,
      path: (field, from) => {
        textOf(field, from);
        return place(from);
      },
      proxies,
    });
    const fault = faultOfTls(entry);
    if (fault !== null) isWrong('tls', fault);
    return entry;
  });
  if (problems.length > 0) throw new WrongConfiguration(`${path} cannot be used: ${problems.join(' ')}`);
  return entries;
}

/** Why certificate, key and authorities cannot be used together. Files that could not be read are reported already. */
function faultOfTls({ connection: { tls } }: SubgraphEntry): string | null {
  if (tls === null || Object.values(tls).includes('')) return null;
  try {
    createSecureContext(tls);
    return null;
  } catch (error) {
    return `certificate, key and authorities cannot be used (${reasonOf(error)}). Give PEM files that belong together.`;
  }
}

/** Parses the YAML; null if it is empty. @throws WrongConfiguration */
function valueOf(written: Buffer, path: string): unknown {
  try {
    const { document, valueOf } = readStrictYaml(written, path);
    return document.contents && valueOf(document.contents);
  } catch (error) {
    if (!(error instanceof YamlRefused)) throw error;
    const { file, line, column } = error.at;
    throw new WrongConfiguration(`${file}:${line}:${column}  ${error.message} ${error.remedy}`);
  }
}

/** The place of a problem: `Subgraph "racoon", url`, or the entry's number if it has no name. */
function placeOf(path: readonly PropertyKey[], given: unknown): string {
  const [list, index, ...field] = path;
  if (list !== 'subgraphs' || typeof index !== 'number')
    return path.length > 0 ? `The field "${path.join('.')}"` : 'The file';
  const { name } = ((given as { subgraphs: unknown[] }).subgraphs[index] ?? {}) as { name?: unknown };
  const which = typeof name === 'string' ? `"${name}"` : `number ${index + 1}`;
  return `Subgraph ${which}${field.length > 0 ? `, ${field.join('.')}` : ''}`;
}

const takes = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `has fields that are not known: ${issue.keys.join(', ')}`
    : `is not usable; it takes ${issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? '') : issue.message}`;

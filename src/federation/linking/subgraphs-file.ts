/** Reads and validates the file that lists remote subgraphs. Each problem is reported with its entry and field. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { addressWithoutUser, headerName, variableName } from '../../config/requests';
import { reasonOf, WrongConfiguration } from '../../errors';
import { readStrictYaml, YamlRefused } from '../../intake/strict-yaml';
import type { RemoteSettings } from '../remote/remote';
import type { LocalSubgraph } from './local-subgraph';
import { wrongMayExtend } from './may-extend';
import { usualSettings } from './remotes';

/** The entry of a linked subgraph. */
export interface SubgraphEntry extends RemoteSettings {
  /** Our types to which it may add fields, such as `Infrastructure` or `Query`, or null for all. */
  mayExtend: readonly string[] | null;
}

/** What is needed of our own subgraph to validate the file. */
type Ours = Pick<LocalSubgraph, 'name' | 'schema'>;

/** Reads an environment variable. */
export type ReadVariable = (name: string) => string | undefined;

/** An integer with one message for all mistakes. */
const whole = (takes: string, least: number, most: number) => {
  const error = `${takes}, from ${least} to ${most} in digits only`;
  return z.int(error).min(least, error).max(most, error);
};

const entry = z.strictObject({
  name: z
    .string('a name of letters, digits, - and _, such as racoon')
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'a name of letters, digits, - and _, such as racoon'),
  url: addressWithoutUser('headers'),
  timeoutMs: whole('milliseconds', 1, 60_000).default(usualSettings.timeout),
  headers: z.record(headerName, variableName).default({}),
  forwardHeaders: z.array(headerName).default([]),
  signingSecret: variableName.optional(),
  mayExtend: z.array(z.string()).optional(),
  maxInFlight: whole('a whole number', 1, 1_000).default(usualSettings.maxInFlight),
  errorMessages: z.enum(['masked', 'shown'], 'masked or shown').default(usualSettings.errorMessages),
});

const file = z.strictObject({ subgraphs: z.array(entry) });

/** @throws WrongConfiguration */
export async function readSubgraphsFile(
  path: string,
  read: ReadVariable,
  ours: Ours,
): Promise<SubgraphEntry[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new WrongConfiguration(`SUBGRAPHS_FILE="${path}" cannot be read: ${reasonOf(error)}`);
  });
  return subgraphsIn(bytes, path, read, ours);
}

/**
 * @param path the origin of the text, for messages
 * @throws WrongConfiguration with all problems
 */
export function subgraphsIn(written: Buffer, path: string, read: ReadVariable, ours: Ours): SubgraphEntry[] {
  const given = valueOf(written, path);
  if (given === null)
    throw new WrongConfiguration(`${path} is empty. List the subgraphs under "subgraphs:".`);
  const result = file.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${placeOf(issue.path, given)} ${takes(issue)}.`);
    throw new WrongConfiguration(`${path} cannot be used: ${faults.join(' ')}`);
  }
  const problems: string[] = [];
  const names = new Set<string>();
  const entries = result.data.subgraphs.map((each): SubgraphEntry => {
    const {
      name,
      url,
      timeoutMs,
      headers,
      forwardHeaders,
      signingSecret,
      mayExtend,
      maxInFlight,
      errorMessages,
    } = each;
    if (name === ours.name) problems.push(`The name "${name}" is ours. Give the subgraph another one.`);
    if (names.has(name)) problems.push(`The name "${name}" stands twice.`);
    names.add(name);
    for (const type of mayExtend ?? []) {
      const problem = wrongMayExtend(type, ours.schema);
      if (problem !== null) problems.push(`Subgraph "${name}", ${problem}`);
    }
    const value = (field: string, from: string): string => {
      const found = read(from);
      if (!found) problems.push(`Subgraph "${name}", ${field}: the environment variable ${from} is not set.`);
      return found ?? '';
    };
    return {
      name,
      url,
      timeout: timeoutMs,
      headers: Object.fromEntries(
        Object.entries(headers).map(([header, from]) => [
          header.toLowerCase(),
          value(`headers.${header}`, from),
        ]),
      ),
      forwardHeaders: forwardHeaders.map((header) => header.toLowerCase()),
      signingSecret: signingSecret === undefined ? null : value('signingSecret', signingSecret),
      mayExtend: mayExtend ?? null,
      maxInFlight,
      errorMessages,
    };
  });
  if (problems.length > 0) throw new WrongConfiguration(`${path} cannot be used: ${problems.join(' ')}`);
  return entries;
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

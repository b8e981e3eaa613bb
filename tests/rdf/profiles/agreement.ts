/** Compares what our checker finds with what a SHACL validator finds by the official files. */
import type { Quad } from '@rdfjs/types';
import { join } from 'node:path';
import { check } from '../../../src/rdf/profiles/check';
import { termKey } from '../../../src/rdf/profiles/graph';
import { readProfiles } from '../../../src/rdf/profiles/read-profiles';
import { officialResults } from './official-sets';

export const profiles = readProfiles(join(__dirname, '../../../schema/profiles'));

/** A finding in one line: severity, focus node, path and value. */
type Line = string;

/** What both find, in one order; SPARQL, by which one file asks for a dataset, is left out of both. */
export async function bothOf(
  quads: readonly Quad[],
  set: string,
): Promise<{ ours: readonly Line[]; official: readonly Line[] }> {
  const [name = '', level] = set.split(' ');
  const profile = profiles.find(name);
  if (!profile) throw new Error(`There is no profile ${name}.`);
  const line = (parts: { severity: string; path: string | null }, focus: string, value: string | null) =>
    [parts.severity, focus, parts.path ?? '-', value ?? '-'].join(' ');
  const ours = check(quads, profile, { level }).flatMap((finding) =>
    finding.focus ? [line(finding, termKey(finding.focus), finding.value && termKey(finding.value))] : [],
  );
  const official = (await officialResults(quads, set)).map((result) =>
    line(result, result.focus ? termKey(result.focus) : '', result.value && termKey(result.value)),
  );
  const inOrder = (lines: readonly Line[]) => [...new Set(lines)].sort();
  return { ours: inOrder(ours), official: inOrder(official) };
}

/** What is exported, in words that can be sent to another thread. */
import type { Config } from '../../config';
import { classesOf, formatOf, profileOf } from '../../export/choose';
import type { ExportRequest } from '../../export/part-quads';
import type { Part } from '../../export/parts';
import { registry } from '../../registry';
import type { KeySpan } from '../../query/records';
import { profilesOf } from '../../rdf/profiles/read-profiles';

/** The request by names. */
export interface ExportTask {
  readonly format: string;
  readonly profile: string | null;
  readonly types: readonly string[];
  readonly publicUrl: string;
  readonly evidence: boolean;
  readonly catalogue: string | null;
}

/** What a thread exports, and from which database. */
export interface WorkerTask extends ExportTask {
  readonly databaseUrl: string;
}

/** Page cache of SQLite for each thread: an export walks over tables in the order of their keys, and needs few pages again. */
const sqliteCacheKib = 8 * 1024;

/** How the threads of an export read. */
export const readingOf = ({ reading, limits }: Config) => ({
  ...reading,
  longestStatement: limits.deadline,
  sqliteCacheKib,
});

/** @param root the folder of the project @throws StartFailed where a name means nothing */
export function requestOf(task: ExportTask, root: string): ExportRequest {
  const { publicUrl, evidence, catalogue } = task;
  const profile = task.profile === null ? null : profileOf(profilesOf(root), task.profile);
  return {
    context: { publicUrl, registry, evidence, ...(profile && { profile }) },
    classes: classesOf(registry, task.types, profile),
    format: formatOf(task.format),
    checkedBy: profile,
    catalogue,
  };
}

/** A part by the names of its classes. */
export interface NamedPart {
  readonly segments: readonly { readonly type: string; readonly span: KeySpan }[];
  readonly records: number;
}

export const namedPart = ({ segments, records }: Part): NamedPart => ({
  segments: segments.map(({ description, span }) => ({ type: description.type, span })),
  records,
});

export const partNamed = ({ segments, records }: NamedPart): Part => ({
  segments: segments.flatMap(({ type, span }) => {
    const description = registry.ofType(type);
    return description ? [{ description, span }] : [];
  }),
  records,
});

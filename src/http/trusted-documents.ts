/** Trusted documents: a closed gateway answers only the queries of one folder, by their hash. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf, StartFailed } from '../errors';
import { Refusal } from './errors';
import type { ReceivedParams } from './graphql/params';

type Documents = ReadonlyMap<string, string>;

const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');

/** Reads the `.graphql` files of a folder, by the hexadecimal sha256 of their bytes. @throws StartFailed */
export async function readTrustedDocuments(folder: string): Promise<Documents> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql'));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return new Map(texts.map((text) => [hashOf(text), text]));
  } catch (error) {
    throw new StartFailed(
      `The trusted documents cannot be read: ${reasonOf(error)}. TRUSTED_DOCUMENTS names their folder.`,
      { cause: error },
    );
  }
}

/** Checks received parameters, and returns the ones to execute. @throws Refusal */
export type Admit = (params: ReceivedParams) => ReceivedParams;

/**
 * Replaces the hash of a trusted document by its text. The hash is in `documentId` or, from Apollo clients, in
 * `extensions.persistedQuery.sha256Hash`; the full text is accepted, too. Everything else is refused.
 */
export const onlyTrusted =
  (documents: Documents): Admit =>
  (params) => {
    const query = documents.get(hashAsked(params) ?? '');
    if (query === undefined) {
      const message =
        'This gateway serves only the queries that were agreed upon. Ask its operator to add yours.';
      throw new Refusal(403, message, { code: 'FORBIDDEN' });
    }
    // The parameters with the hash are no longer needed.
    const { operationName, variables } = params;
    return {
      query,
      ...(operationName !== undefined && { operationName }),
      ...(variables && { variables }),
    };
  };

function hashAsked({ query, documentId, extensions }: ReceivedParams): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } | null };
  const given = documentId ?? persistedQuery?.sha256Hash;
  if (typeof given === 'string') return given.replace(/^sha256:/, '');
  return query === undefined ? undefined : hashOf(query);
}

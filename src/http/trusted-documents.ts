/** Trusted documents: a gateway that is run closed serves the queries of one folder, by their hash, and no others. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf, StartFailed } from '../errors';
import { Refusal } from './errors';
import type { ReceivedParams } from './graphql/params';

type Documents = ReadonlyMap<string, string>;

const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');

/** The `.graphql` files of a folder, by the sha256 of their bytes in hexadecimal. @throws StartFailed */
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

/** Which parameters are answered, and as which. */
export type Admit = (params: ReceivedParams) => ReceivedParams;

/**
 * Puts the text of a trusted document in the place of its hash, which a request names as `documentId` or, as Apollo's
 * clients do, in `extensions.persistedQuery.sha256Hash`; the text itself is taken too. All else is refused.
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
    // What named the document has done its work.
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

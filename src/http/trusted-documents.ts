/** Trusted documents: a gateway that is run closed serves the queries of one folder, by their hash, and no others. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, RequestHandler } from 'express';
import { reasonOf, StartFailed } from '../errors';
import { Refusal } from './errors';
import { jsonParameter } from './graphql-body';

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

/**
 * Puts the text of a trusted document in the place of its hash, which a request names as `documentId` or, as Apollo's
 * clients do, in `extensions.persistedQuery.sha256Hash`; the text itself is taken too. All else is refused.
 */
export function onlyTrusted(documents: Documents): RequestHandler {
  return (request, _response, next) => {
    const query = documents.get(hashAsked(request) ?? '');
    if (query === undefined) {
      const message =
        'This gateway serves only the queries that were agreed upon. Ask its operator to add yours.';
      next(new Refusal(403, message, { code: 'FORBIDDEN' }));
      return;
    }
    if (request.method === 'GET') {
      const { searchParams } = new URL(request.url, 'http://gateway');
      for (const name of ['documentId', 'extensions']) searchParams.delete(name);
      searchParams.set('query', query);
      request.url = `/?${searchParams.toString()}`;
    } else {
      const { documentId, extensions, ...rest } = request.body as Record<string, unknown>;
      request.body = { ...rest, query };
    }
    next();
  };
}

function hashAsked({ method, url, body }: Request): string | undefined {
  const { searchParams } = new URL(url, 'http://gateway');
  const { query, documentId, extensions } = (
    method === 'GET'
      ? { ...Object.fromEntries(searchParams), extensions: jsonParameter(url, 'extensions') }
      : body
  ) as { query?: unknown; documentId?: unknown; extensions?: { persistedQuery?: { sha256Hash?: unknown } } };
  const given = documentId ?? extensions?.persistedQuery?.sha256Hash;
  if (typeof given === 'string') return given.replace(/^sha256:/, '');
  return typeof query === 'string' ? hashOf(query) : undefined;
}

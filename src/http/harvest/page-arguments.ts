/** The page of the catalogue that an address asks for. */
import { slugPattern } from '../../resource/identity';
import { parameterIn, parametersOf } from '../address';
import { Refusal } from '../errors';

/** Datasets of a page. */
export const pageSize = 100;

export interface CataloguePage {
  /** Beginning with 1. */
  readonly page: number;
  /** The slug of the dataset after which the page begins; null if the number says where. */
  readonly after: string | null;
  /** Only datasets that changed since then, in ISO 8601; null for all. */
  readonly modifiedSince: string | null;
}

/** @throws Refusal */
export function cataloguePageIn(url: string): CataloguePage {
  const parameters = parametersOf(url);
  const after = parameterIn(parameters, 'after') ?? null;
  if (after !== null && !slugPattern.test(after))
    throw wrong('after', after, 'it is the slug of a dataset: follow hydra:next');
  return {
    page: pageIn(parameterIn(parameters, 'page')),
    after,
    modifiedSince: sinceIn(parameterIn(parameters, 'modified_since')),
  };
}

function pageIn(written: string | undefined): number {
  if (written === undefined) return 1;
  const page = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  if (page >= 1) return page;
  throw wrong('page', written, 'pages are counted from 1');
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A day begins at midnight UTC. */
function sinceIn(written: string | undefined): string | null {
  if (written === undefined) return null;
  const isWritten = day.test(written) || moment.test(written);
  if (isWritten && isDay(written.slice(0, 10))) {
    const parsed = new Date(written);
    if (!Number.isNaN(parsed.getTime())) return parsed.toISOString();
  }
  throw wrong('modified_since', written, 'write a day, such as 2026-01-31, or a moment with its time zone');
}

/** A day that does not exist, such as 31 February, is read as one of the next month. */
function isDay(written: string): boolean {
  const parsed = new Date(written);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written);
}

const wrong = (name: string, written: string, remedy: string): Refusal =>
  new Refusal(400, `"${name}" is ${JSON.stringify(written.slice(0, 40))}; ${remedy}.`, {
    code: 'BAD_USER_INPUT',
  });

/** The error 404 for a page beyond the last one. */
export const noSuchPage = (page: number, pages: number): Refusal =>
  new Refusal(404, `There is no page ${page}: the last one is page ${pages}.`, { code: 'NOT_FOUND', pages });

/**
 * The address of a page.
 * @param kept further parameters, such as the profile
 */
export function addressOfPage(
  base: string,
  { page, after, modifiedSince }: CataloguePage,
  further: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams({ page: String(page) });
  if (after !== null) parameters.set('after', after);
  if (modifiedSince !== null) parameters.set('modified_since', modifiedSince);
  for (const [name, value] of Object.entries(further)) parameters.set(name, value);
  return `${base}?${parameters.toString()}`;
}

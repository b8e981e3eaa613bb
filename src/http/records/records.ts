/**
 * The web addresses of records, lists and other pages: each answers in the form that `Accept`, a suffix or `?_format=` asks for, in the same steps:
 * find → charge → admit → negotiate → read (from the cache of answers, or written) → send.
 */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { withdrawnAt } from '../../query/withdrawn';
import { iriOf } from '../../resource/identity';
import type { StoredRecord } from '../../resource/record';
import { admission } from '../admission-queue';
import { isAnonymous, isLasting } from '../lasting';
import { onlyToRead } from '../methods';
import { addressAt, type Address } from './address';
import { askedBy, type AskedOptions } from './asked';
import { refusalFor } from './faults';
import { Kept, WrittenText } from './kept';
import { gone, noSuchRecord } from './refusals';
import type { Asked, Written } from './representation';
import { headersOf, send, sendOther, textOf, variesBy } from './respond';
import { sendStreamed, StreamedText } from './streamed';
import { commonLinks } from './signposting';
import { wantedBy, type Offer, type Wanted } from './wanted';

/** The cost of the look-up itself. What is read is charged like any query; a cached answer costs no more. */
const costOfAddress = 1;

export interface RecordAddresses extends AskedOptions, Offer {
  /** What an address is about; null if it is none of these. Default: the addresses of records, lists, vocabularies and other pages. */
  readonly find?: (request: Request) => Address | null;
}

/** The routes of all records and lists. 404 if there never was such a record; 410 with what it was if it was withdrawn. */
export function recordAddresses(options: RecordAddresses): Router {
  const { registry, rate, limits, find: addressOf = ({ path }) => addressAt(path, registry) } = options;
  const find: RequestHandler = (request, response, next) => {
    const address = addressOf(request);
    if (address) response.locals.address = address;
    next(address ? undefined : 'router');
  };
  const answer: RequestHandler = async (request, response) => {
    try {
      await respond(request, response, response.locals.address as Address, options);
    } catch (error) {
      throw refusalFor(error);
    }
  };
  return Router().use(find, vary, onlyToRead, rate.fixed(costOfAddress), admission(limits), answer);
}

const vary: RequestHandler = (_request, response, next) => {
  response.vary(variesBy.join(', '));
  next();
};

async function respond(
  request: Request,
  response: Response,
  address: Address,
  options: RecordAddresses,
): Promise<void> {
  const wanted = wantedBy(request, address, options);
  const { responses, versions } = options.queries;
  const kept = isAnonymous(request)
    ? await Kept.at(keyOf(address, wanted, request), { responses, versions })
    : null;
  const cached = kept?.answer ?? null;
  const text = cached ?? (await write({ request, response, kept }, address, wanted, options));
  if (text instanceof StreamedText) return sendStreamed(request, response, text, options.limits);
  if (!(text instanceof WrittenText)) {
    sendOther(response, text);
    return;
  }
  await send(request, response, text);
  kept?.grow(text);
}

const dayNow = (): string => new Date().toISOString().slice(0, 10);

/** Everything on which an answer depends beside the data. */
const keyOf = (
  { path, subject, language: inPath }: Address,
  { representation, profile, language, page }: Wanted,
  { url }: Request,
): string =>
  JSON.stringify([
    'address',
    path,
    representation.name,
    profile?.name ?? null,
    language,
    inPath ?? null,
    // Pages may say what happened lately.
    subject.kind === 'page' ? dayNow() : null,
    page,
    url.slice(url.indexOf('?') + 1 || url.length),
  ]);

async function write(
  { request, response, kept }: { request: Request; response: Response; kept: Kept | null },
  { subject, path, language: inPath }: Address,
  { representation, ...wanted }: Wanted,
  options: RecordAddresses,
): Promise<WrittenText | StreamedText | Written> {
  const iri = iriOf(options.publicUrl(), path.slice(1));
  const asking = askedBy(
    { request, response, reads: kept?.reads ?? null },
    { ...wanted, subject, iri, languageInPath: inPath ?? null, today: dayNow() },
    options,
  );
  const asked = { ...asking, record: await recordAt(asking, path) };
  const written = await representation.write(asked);
  if (written.status !== undefined) return written;
  const common = commonLinks(asked, representation, options);
  const headers = headersOf(written, asked, representation, common);
  if (written.stream)
    return new StreamedText(written.stream, headers, `${request.originalUrl} ${representation.name}`);
  const text = textOf(written, headers, representation, options.limits);
  if (isLasting(response)) kept?.set(text);
  return text;
}

/** @throws Refusal when there is no such record */
async function recordAt(
  { subject, loaders, reader, language }: Asked,
  path: string,
): Promise<StoredRecord | null> {
  if (subject.kind !== 'record') return null;
  const record = await loaders.record(subject.key);
  if (record) return record;
  const was = await withdrawnAt(reader, subject.key);
  throw was ? gone(was, language) : noSuchRecord(path);
}

/**
 * The web addresses of records, lists and other pages: each answers in the form that `Accept`, a suffix or `?_format=` asks for, in the same steps:
 * find → charge → admit → negotiate → read (from the cache of answers, or written) → send.
 */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { withdrawnAt } from '../../query/withdrawn';
import { iriOf } from '../../resource/identity';
import type { StoredRecord } from '../../resource/record';
import { admission } from '../admission-queue';
import { isAnonymous, isCacheable } from '../cacheability';
import { onlyToRead } from '../methods';
import { addressAt, type Address } from './address';
import { representationRequest, type RepresentationRequestOptions } from './representation-request';
import { refusalFor } from './faults';
import { CachedAnswer, WrittenText } from './cached-answer';
import { gone, noSuchRecord } from './refusals';
import type { RepresentationRequest, Written } from './representation';
import { headersOf, send, sendOther, textOf, variesBy } from './respond';
import { sendStreamed, StreamedText } from './streamed';
import { commonLinks } from './signposting';
import { negotiate, type Offer, type Negotiated } from './negotiated';

/** The cost of the look-up itself. What is read is charged like any query; a cached answer costs no more. */
const costOfAddress = 1;

export interface RecordAddresses extends RepresentationRequestOptions, Offer {
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
  const negotiation = negotiate(request, address, options);
  const { responses, versions } = options.queries;
  const entry = isAnonymous(request)
    ? await CachedAnswer.at(keyOf(address, negotiation, request), { responses, versions })
    : null;
  const cached = entry?.answer ?? null;
  const text = cached ?? (await write({ request, response, entry }, address, negotiation, options));
  if (text instanceof StreamedText) return sendStreamed(request, response, text, options.limits);
  if (!(text instanceof WrittenText)) {
    sendOther(response, text);
    return;
  }
  await send(request, response, text);
  entry?.grow(text);
}

const dayNow = (): string => new Date().toISOString().slice(0, 10);

/** Everything on which an answer depends beside the data. */
const keyOf = (
  { path, subject, language: inPath }: Address,
  { representation, profile, language, page }: Negotiated,
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
  { request, response, entry }: { request: Request; response: Response; entry: CachedAnswer | null },
  { subject, path, language: inPath }: Address,
  { representation, ...negotiated }: Negotiated,
  options: RecordAddresses,
): Promise<WrittenText | StreamedText | Written> {
  const iri = iriOf(options.publicUrl(), path.slice(1));
  const withoutRecord = representationRequest(
    { request, response, reads: entry?.reads ?? null },
    { ...negotiated, subject, iri, languageInPath: inPath ?? null, today: dayNow() },
    options,
  );
  const represented = { ...withoutRecord, record: await recordAt(withoutRecord, path) };
  const written = await representation.write(represented);
  if (written.status !== undefined) return written;
  const common = commonLinks(represented, representation, options);
  const headers = headersOf(written, represented, representation, common);
  if (written.stream)
    return new StreamedText(written.stream, headers, `${request.originalUrl} ${representation.name}`);
  const text = textOf(written, headers, representation, options.limits);
  if (isCacheable(response)) entry?.set(text);
  return text;
}

/** @throws Refusal when there is no such record */
async function recordAt(
  { subject, loaders, reader, language }: RepresentationRequest,
  path: string,
): Promise<StoredRecord | null> {
  if (subject.kind !== 'record') return null;
  const record = await loaders.record(subject.key);
  if (record) return record;
  const was = await withdrawnAt(reader, subject.key);
  throw was ? gone(was, language) : noSuchRecord(path);
}

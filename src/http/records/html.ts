/** The page of a record or list, or another one, rendered on the server: a query, executed in this process, and what its answer looks like. */
import { largestPageSize } from '../../query/page';
import type { Quad } from '@rdfjs/types';
import { structuredScheme } from '../../rdf/schema-org/collection';
import { listPage, recordPage, vocabularyHtml, type PageQuery } from '../../web/pages/page-query';
import type { Frame, Site } from '../../web/pages/site';
import { parametersOf } from '../address';
import { Refusal } from '../errors';
import { pageHeaders } from '../page-headers';
import { faultOf } from './faults';
import type { RepresentationRequest, Representation, Written } from './representation';
import { addressIn } from './address-in';
import { readBriefDocument } from './documents';
import { signpostsOf } from './signposts';
import { readSitePage } from './site-page';
import { structuredPage, structuredRecord } from './structured';
import type { RecordSubject } from './address';
import type { Answered } from './subject-query';

/** What pages are made with. */
export interface PageOptions {
  /** What all pages have in common. */
  readonly frame: Frame;
  /** All representations, to which pages lead. */
  readonly offered: () => readonly Representation[];
}

export const html = (options: PageOptions): Representation => ({
  name: 'html',
  extension: 'html',
  types: ['text/html'],
  of: ['record', 'list', 'vocabulary', 'page'],
  isProfiled: false,
  write: (request) => pageOf(request, options),
});

async function pageOf(request: RepresentationRequest, options: PageOptions): Promise<Written> {
  const { subject, iri, language } = request;
  if (subject.kind === 'page')
    return {
      text: await readSitePage(request, subject.page, siteOf(request, options)),
      headers: pageHeaders,
    };
  if (subject.kind !== 'vocabulary') return queriedPage(request, subject, options);
  const structured = structuredScheme(subject.scheme, iri, language);
  return {
    text: vocabularyHtml(siteOf(request, options), subject.scheme, structured),
    headers: pageHeaders,
  };
}

async function queriedPage(
  request: RepresentationRequest,
  subject: RecordSubject,
  options: PageOptions,
): Promise<Written> {
  const page = queryOf(request, subject);
  const { query } = page;
  const { variables, cost } = affordable(request, page);
  const answers = await Promise.all([
    request.ask({ query, variables }, cost),
    ...(page.further ?? []).map((question) => request.ask(question)),
  ]);
  for (const { data, errors } of answers) if (errors || !data) throw faultOf(errors?.[0]);
  const data = Object.fromEntries(answers.flatMap((answer) => Object.entries(answer.data ?? {})));
  const quads = await readBriefDocument(request);
  const structured = await structuredIn(request, data, quads);
  const text = page.html(siteOf(request, options), data, variables, structured);
  if (text === null) throw new Refusal(404, `There is no record at ${request.iri}.`, { code: 'NOT_FOUND' });
  const links = subject.kind === 'record' ? signpostsOf(quads, request.iri) : [];
  return { text, headers: pageHeaders, links };
}

/** What search engines read: the record, or the list as a whole, but not what its address narrows it to. */
async function structuredIn(
  request: RepresentationRequest,
  data: Answered,
  quads: readonly Quad[],
): Promise<object | null> {
  if (request.subject.kind === 'record') return structuredRecord(request, quads);
  const isWhole = [...parametersOf(request.httpRequest.url).keys()].every((name) => ofPaging.includes(name));
  return isWhole ? structuredPage(request, data) : null;
}

/** The parameters that do not narrow a list. */
const ofPaging = ['first', 'after', 'lang', '_format'];

function queryOf(
  { registry, iri, page, httpRequest: request }: RepresentationRequest,
  subject: RecordSubject,
): PageQuery {
  const { description } = subject;
  return subject.kind === 'list'
    ? listPage(description, parametersOf(request.url), page)
    : recordPage(description, registry, { key: subject.key, iri }, page);
}

/** The requested page, with fewer links if its cost exceeds the limit of one query. @throws Refusal */
function affordable(request: RepresentationRequest, page: PageQuery) {
  const { query } = page;
  for (let size = request.page.first; ; size = Math.floor((size ?? largestPageSize) / 2)) {
    const variables = page.variables(size);
    const { cost, refusal } = request.estimate({ query, variables });
    if (refusal === null) return { variables, cost: cost.estimated };
    if (size !== null && size <= 1) throw new Refusal(400, refusal.message, { code: 'QUERY_TOO_COMPLEX' });
  }
}

/** Formats as people know them, by the name of the representation. */
const labels: Readonly<Record<string, string>> = {
  json: 'JSON',
  turtle: 'Turtle',
  trig: 'TriG',
  'n-triples': 'N-Triples',
  'n-quads': 'N-Quads',
  'json-ld': 'JSON-LD',
  'rdf-xml': 'RDF/XML',
  linkset: 'Linkset',
  'linkset-json': 'Linkset (JSON)',
};

function siteOf(asking: RepresentationRequest, { frame, offered }: PageOptions): Site {
  const {
    registry,
    language,
    languageInPath,
    publicUrl,
    publicPath,
    iri,
    httpRequest: request,
    page,
    subject,
  } = asking;
  const parameters = parametersOf(request.url);
  return {
    registry,
    language,
    isLanguageNamed: languageInPath !== null || parameters.has('lang'),
    publicUrl,
    publicPath,
    path: iri.slice(publicUrl.length),
    parameters,
    ...frame,
    forms: offered()
      .filter(({ name, of, only }) => name !== 'html' && only === undefined && of.includes(subject.kind))
      .map((each) => ({
        label: labels[each.name] ?? each.name,
        type: each.types[0] ?? '',
        href: addressIn({ iri, page, profile: null }, each),
      })),
  };
}

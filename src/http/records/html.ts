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
import type { Asked, Representation, Written } from './representation';
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
  write: (asked) => pageOf(asked, options),
});

async function pageOf(asked: Asked, options: PageOptions): Promise<Written> {
  const { subject, iri, language } = asked;
  if (subject.kind === 'page')
    return { text: await readSitePage(asked, subject.page, siteOf(asked, options)), headers: pageHeaders };
  if (subject.kind !== 'vocabulary') return queriedPage(asked, subject, options);
  const structured = structuredScheme(subject.scheme, iri, language);
  return {
    text: vocabularyHtml(siteOf(asked, options), subject.scheme, structured),
    headers: pageHeaders,
  };
}

async function queriedPage(asked: Asked, subject: RecordSubject, options: PageOptions): Promise<Written> {
  const page = queryOf(asked, subject);
  const { query } = page;
  const { variables, cost } = affordable(asked, page);
  const answers = await Promise.all([
    asked.ask({ query, variables }, cost),
    ...(page.further ?? []).map((question) => asked.ask(question)),
  ]);
  for (const { data, errors } of answers) if (errors || !data) throw faultOf(errors?.[0]);
  const data = Object.fromEntries(answers.flatMap((answer) => Object.entries(answer.data ?? {})));
  const quads = await readBriefDocument(asked);
  const structured = await structuredIn(asked, data, quads);
  const text = page.html(siteOf(asked, options), data, variables, structured);
  if (text === null) throw new Refusal(404, `There is no record at ${asked.iri}.`, { code: 'NOT_FOUND' });
  const links = subject.kind === 'record' ? signpostsOf(quads, asked.iri) : [];
  return { text, headers: pageHeaders, links };
}

/** What search engines read: the record, or the list as a whole, but not what its address narrows it to. */
async function structuredIn(asked: Asked, data: Answered, quads: readonly Quad[]): Promise<object | null> {
  if (asked.subject.kind === 'record') return structuredRecord(asked, quads);
  const isWhole = [...parametersOf(asked.request.url).keys()].every((name) => ofPaging.includes(name));
  return isWhole ? structuredPage(asked, data) : null;
}

/** The parameters that do not narrow a list. */
const ofPaging = ['first', 'after', 'lang', '_format'];

function queryOf({ registry, iri, page, request }: Asked, subject: RecordSubject): PageQuery {
  const { description } = subject;
  return subject.kind === 'list'
    ? listPage(description, parametersOf(request.url), page)
    : recordPage(description, registry, { key: subject.key, iri }, page);
}

/** The requested page, with fewer links if its cost exceeds the limit of one query. @throws Refusal */
function affordable(asked: Asked, page: PageQuery) {
  const { query } = page;
  for (let size = asked.page.first; ; size = Math.floor((size ?? largestPageSize) / 2)) {
    const variables = page.variables(size);
    const { cost, refusal } = asked.estimate({ query, variables });
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

function siteOf(asked: Asked, { frame, offered }: PageOptions): Site {
  const { registry, language, languageInPath, publicUrl, publicPath, iri, request, page, subject } = asked;
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

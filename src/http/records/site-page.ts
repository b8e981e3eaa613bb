/** A page that shows no single record: its queries are asked in this process, and their answers drawn. */
import type { GraphQLFormattedError } from 'graphql';
import type { PageAnswer, PageAnswers, PageQuestion, SitePage } from '../../web/pages/site-page';
import { htmlOf } from '../../web/pages/render';
import type { Site } from '../../web/pages/site';
import { Refusal } from '../errors';
import { faultOf } from './faults';
import type { RepresentationRequest } from './representation';

/** The HTML of a page. @throws Refusal where the gateway itself is at fault, or the client has asked too much */
export async function readSitePage(
  request: RepresentationRequest,
  page: SitePage,
  site: Site,
): Promise<string> {
  const questions = page.questions(site.parameters, request);
  const answers = await Promise.all(questions.map((question) => answerOf(request, question)));
  const byName: PageAnswers = Object.fromEntries(answers.map((answer) => [answer.name, answer]));
  return htmlOf(page.html(site, byName));
}

async function answerOf(request: RepresentationRequest, question: PageQuestion): Promise<PageAnswer> {
  const { query, variables } = question;
  const { data = null, errors = [] } = await request.ask({ query, variables }).catch(refusedIn);
  const unexpected = errors.find((error) => !isReaders(error));
  if (unexpected) throw faultOf(unexpected);
  return { ...question, data, faults: errors.map(({ message }) => ({ message })) };
}

type Answer = Awaited<ReturnType<RepresentationRequest['ask']>>;

/** A query that asks too much is told on the page, which can still be read. */
function refusedIn(error: unknown): Answer {
  if (!(error instanceof Refusal) || error.status !== 400) throw error;
  return {
    data: null,
    errors: [{ message: error.message, extensions: error.extensions }],
  };
}

/** What the reader of the page can mend: the address says what it should not. */
const isReaders = ({ extensions }: GraphQLFormattedError): boolean =>
  ['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX'].includes(String(extensions?.code));

/** Proposals and decisions as lines for people. */
import { styleText } from 'node:util';
import type { Decision } from '../../harvest/reconcile/links/decisions';
import type { Proposal } from '../../harvest/reconcile/proposal';

type Style = Parameters<typeof styleText>[0];

/** Colours only on a terminal. */
const styled = (style: Style, text: string): string =>
  process.stdout.isTTY && process.stdout.hasColors() ? styleText(style, text) : text;

/** What was mentioned, in one line. */
export function mentionText({
  mention: { names, iri, identifiers, homepage, email },
}: Pick<Proposal, 'mention'>): string {
  const called = names.map(({ value }) => `“${value}”`).join(', ');
  const further = [iri, ...identifiers.map(({ scheme, value }) => `${scheme} ${value}`), homepage, email];
  const rest = further.filter((each) => each !== null).join(', ');
  return [called, rest].filter((each) => each !== '').join('  ');
}

export function placeText({ place: { document, line }, count }: Proposal): string {
  const at = line === null ? document : `${document}:${line}`;
  return count > 1 ? `${at}, and in ${count - 1} more ${count === 2 ? 'place' : 'places'}` : at;
}

/** A proposal with its candidates. @param nameOf the names of records */
export async function proposalLines(
  proposal: Proposal,
  nameOf: (key: string) => Promise<string | null>,
): Promise<string[]> {
  const candidates = await Promise.all(
    proposal.candidates.map(async ({ key, score, reason }) => [
      `    ${score.toFixed(2)}  ${styled('cyan', key)}  ${(await nameOf(key)) ?? '(no longer there)'}`,
      `          ${styled('dim', reason.en)}`,
    ]),
  );
  return [
    `${styled('bold', proposal.id)}  ${mentionText(proposal)}`,
    `    ${styled('dim', `${proposal.source}: ${placeText(proposal)}`)}`,
    ...candidates.flat(),
  ];
}

const verdicts = { SAME: 'is', NOT_SAME: 'is not', NEW: 'is a record of its own' } as const;

/** A decision in one line. @param nameOf the names of records */
export async function decisionText(
  { mention, source, verdict, by, on, note }: Decision,
  nameOf: (key: string) => Promise<string | null>,
): Promise<string> {
  const what =
    mention.name === null ? (mention.iri ?? mention.identifiers[0]?.value ?? '') : `“${mention.name}”`;
  const isThere = !('key' in verdict) || (await nameOf(verdict.key)) !== null;
  const record = 'key' in verdict ? ` ${verdict.key}${isThere ? '' : ' (no longer there)'}` : '';
  const where = source === null ? '' : ` in ${source}`;
  return `${what}${where} ${verdicts[verdict.decision]}${record}  (${by}, ${on}${note === null ? '' : `: ${note}`})`;
}

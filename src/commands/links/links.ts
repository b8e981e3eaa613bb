/** `num-gateway links`: what harvests could not link for sure, and the decisions of persons on it. */
import { userInfo } from 'node:os';
import type { Config } from '../../config';
import { StartFailed } from '../../errors';
import { addDecisions, decidedMention } from '../../harvest/reconcile/links/add-decision';
import type { Decision, Verdict } from '../../harvest/reconcile/links/decisions';
import type { Proposal } from '../../harvest/reconcile/proposal';
import { possibleClasses } from '../../harvest/reconcile/decide';
import { proposalWith, withLinks, type OpenedLinks } from './opened';
import { decisionText, mentionText, proposalLines } from './show';

export interface ListOptions {
  source?: string;
  decided?: true;
  json?: true;
}

/** Shows what waits for a decision, or what is decided. */
export async function listLinks({ source, decided, json }: ListOptions, config: Config): Promise<void> {
  await withLinks(config, source, async ({ file, decisions, open, nameOf }) => {
    if (json) {
      console.log(JSON.stringify(decided ? decisions : open, null, 2));
      return;
    }
    if (decided) {
      for (const decision of decisions) console.log(await decisionText(decision, nameOf));
      console.log(`${counted(decisions.length, 'decision')} in ${file}.`);
      return;
    }
    for (const proposal of open) for (const line of await proposalLines(proposal, nameOf)) console.log(line);
    console.log(
      open.length === 0
        ? 'No link waits for a decision.'
        : `${counted(open.length, 'link')} to decide: "num-gateway links review", or "links confirm" and "links refuse".`,
    );
  });
}

export interface DecideOptions {
  by?: string;
  note?: string;
  everySource?: true;
}

/** Who decides, if the command does not say. */
const whoDecides = ({ by }: DecideOptions): string => by ?? userInfo().username;

/** "It is this record." Without a record, it is the only candidate. */
export async function confirmLink(
  id: string,
  record: string | undefined,
  options: DecideOptions,
  config: Config,
): Promise<void> {
  await withLinks(config, undefined, async (links) => {
    const proposal = proposalWith(links.open, id);
    const [only, ...others] = proposal.candidates;
    if (record === undefined && others.length > 0)
      throw new StartFailed(
        `There are ${proposal.candidates.length} candidates. Say which: ${proposal.candidates.map(({ key }) => key).join(', ')}.`,
      );
    const key = record ?? only?.key ?? '';
    const chosen = await chosenRecord(proposal, key, links);
    if ('wrong' in chosen) throw new StartFailed(chosen.wrong);
    await decide(links, proposal, [{ decision: 'SAME', key }], options);
    console.log(`${mentionText(proposal)} is ${key} (${chosen.name}). The next harvest links it.`);
  });
}

/** The record that a person names for a proposal, or why it cannot be meant. */
export async function chosenRecord(
  { mention: { classes } }: Proposal,
  key: string,
  { nameOf, typeOf }: Pick<OpenedLinks, 'nameOf' | 'typeOf'>,
): Promise<{ name: string } | { wrong: string }> {
  const name = await nameOf(key);
  if (name === null)
    return { wrong: `There is no record "${key}". Give a key such as institutions/marburg.` };
  const type = typeOf(key);
  const possible = possibleClasses(classes);
  if (possible.size > 0 && !possible.has(type))
    return {
      wrong: `${key} is of the class ${type}, and what is mentioned is of ${[...possible].join(' or ')}. Name one of these.`,
    };
  return { name };
}

/** "It is none of these." Without records, all candidates are refused. */
export async function refuseLink(
  id: string,
  records: readonly string[],
  options: DecideOptions,
  config: Config,
): Promise<void> {
  await withLinks(config, undefined, async (links) => {
    const proposal = proposalWith(links.open, id);
    const keys = proposal.candidates.map(({ key }) => key);
    const wrong = records.find((record) => !keys.includes(record));
    if (wrong !== undefined)
      throw new StartFailed(`"${wrong}" is no candidate. The candidates are ${keys.join(', ')}.`);
    const refused = records.length > 0 ? records : keys;
    await decide(
      links,
      proposal,
      refused.map((key) => ({ decision: 'NOT_SAME', key })),
      options,
    );
    console.log(`${mentionText(proposal)} is not ${refused.join(', not ')}. It is not proposed again.`);
  });
}

/** "It is none of the known records." */
export async function newLink(id: string, options: DecideOptions, config: Config): Promise<void> {
  await withLinks(config, undefined, async (links) => {
    const proposal = proposalWith(links.open, id);
    await decide(links, proposal, [{ decision: 'NEW' }], options);
    console.log(`${mentionText(proposal)} becomes a record of its own with the next harvest.`);
  });
}

/** Writes decisions on a proposal into the file. */
export async function decide(
  { file }: Pick<OpenedLinks, 'file'>,
  proposal: Proposal,
  verdicts: readonly Verdict[],
  options: DecideOptions,
): Promise<void> {
  const on = new Date().toISOString().slice(0, 10);
  await addDecisions(
    file,
    verdicts.map((verdict): Decision => ({
      mention: decidedMention(proposal),
      source: options.everySource ? null : proposal.source,
      verdict,
      by: whoDecides(options),
      on,
      note: options.note ?? null,
    })),
  );
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

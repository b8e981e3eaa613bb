/** `num-gateway links review`: asks a person about each open proposal on the terminal. */
import type { Config } from '../../config';
import { StartFailed } from '../../errors';
import type { Verdict } from '../../harvest/reconcile/links/decisions';
import type { Proposal } from '../../harvest/reconcile/proposal';
import { chosenRecord, decide, type DecideOptions } from './links';
import { withLinks, type OpenedLinks } from './opened';
import { mentionText, placeText } from './show';

type Answer = { verdicts: readonly Verdict[] } | 'later' | 'stop';

export async function reviewLinks(
  { source, ...options }: DecideOptions & { source?: string },
  config: Config,
): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new StartFailed(
      'A review asks questions, so it needs a terminal. Without one, decide with "links confirm <id> <record>", "links refuse <id>" or "links new <id>".',
    );
  const { intro, outro } = await import('@clack/prompts');
  await withLinks(config, source, async (links) => {
    intro(
      `${links.open.length} doubtful ${links.open.length === 1 ? 'link' : 'links'}; decisions go into ${links.file}`,
    );
    let decided = 0;
    for (const [place, listed] of links.open.entries()) {
      // A decision for all sources may have answered it, or a hand in the file.
      const proposal = await links.stillOpen(listed);
      if (!proposal) continue;
      const answer = await asked(proposal, `${place + 1}/${links.open.length}`, links);
      if (answer === 'stop') break;
      if (answer === 'later') continue;
      // Each decision is written at once: whoever is interrupted loses none.
      await decide(links, proposal, answer.verdicts, options);
      decided++;
    }
    outro(decided === 0 ? 'Nothing was decided.' : `${decided} decided. The next harvest links by it.`);
  });
}

async function asked(proposal: Proposal, nth: string, links: OpenedLinks): Promise<Answer> {
  const { isCancel, note, select } = await import('@clack/prompts');
  note(`${mentionText(proposal)}\n${proposal.source}: ${placeText(proposal)}`, nth);
  const candidates = await Promise.all(
    proposal.candidates.map(async ({ key, score, reason }) => ({
      value: key,
      label: `It is ${(await links.nameOf(key)) ?? key}  ${key}  ${score.toFixed(2)}`,
      hint: reason.en,
    })),
  );
  const chosen = await select({
    message: 'Which record is it?',
    options: [
      ...candidates,
      { value: '=', label: 'It is another record, whose key I know' },
      {
        value: '-',
        label: 'It is none of these; never propose them again',
        hint: 'it becomes a record of its own',
      },
      { value: '?', label: 'I decide later' },
    ],
  });
  if (isCancel(chosen)) return 'stop';
  if (chosen === '?') return 'later';
  if (chosen === '-')
    return { verdicts: proposal.candidates.map(({ key }) => ({ decision: 'NOT_SAME', key })) };
  return chosen === '=' ? askedKey(proposal, links) : { verdicts: [{ decision: 'SAME', key: chosen }] };
}

/** Asks until there is a record of this key that can be meant. */
async function askedKey(proposal: Proposal, links: OpenedLinks): Promise<Answer> {
  const { isCancel, log, text } = await import('@clack/prompts');
  for (;;) {
    const given = await text({ message: 'Its key', placeholder: 'institutions/marburg', defaultValue: '' });
    if (isCancel(given)) return 'stop';
    const key = given.trim();
    const record = await chosenRecord(proposal, key, links);
    if (!('wrong' in record)) return { verdicts: [{ decision: 'SAME', key }] };
    log.error(record.wrong);
  }
}

/** `num-gateway links review`: asks a person about each open proposal on the terminal. */
import type { Config } from '../../config';
import { StartFailed } from '../../errors';
import type { Verdict } from '../../harvest/reconcile/links/decisions';
import type { Proposal } from '../../harvest/reconcile/proposal';
import { decide, type DecideOptions } from './links';
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
    for (const [place, proposal] of links.open.entries()) {
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

async function asked(proposal: Proposal, nth: string, { nameOf }: OpenedLinks): Promise<Answer> {
  const { isCancel, note, select, text } = await import('@clack/prompts');
  note(`${mentionText(proposal)}\n${proposal.source}: ${placeText(proposal)}`, nth);
  const candidates = await Promise.all(
    proposal.candidates.map(async ({ key, score, reason }) => ({
      value: key,
      label: `It is ${(await nameOf(key)) ?? key}  ${key}  ${score.toFixed(2)}`,
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
  if (chosen !== '=') return { verdicts: [{ decision: 'SAME', key: chosen }] };
  const key = await text({ message: 'Its key', placeholder: 'institutions/marburg' });
  if (isCancel(key)) return 'stop';
  const name = await nameOf(key.trim());
  if (name === null) {
    note(`There is no record "${key}".`);
    return asked(proposal, nth, { nameOf } as OpenedLinks);
  }
  return { verdicts: [{ decision: 'SAME', key: key.trim() }] };
}

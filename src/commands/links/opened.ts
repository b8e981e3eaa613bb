/** What the commands of `num-gateway links` work with: open proposals, the file of decisions, and the names of records. */
import type { Config } from '../../config';
import { StartFailed, WrongConfiguration } from '../../errors';
import type { Decision } from '../../harvest/reconcile/links/decisions';
import { Decisions } from '../../harvest/reconcile/links/decisions';
import { storedProposals } from '../../harvest/reconcile/links/stored-proposals';
import { readLinksFile } from '../../harvest/reconcile/links/links-file';
import { openProposals } from '../../harvest/reconcile/links/open-proposals';
import type { Proposal } from '../../harvest/reconcile/proposal';
import { openStore } from '../../open-store';
import { registry } from '../../registry';
import { Loaders } from '../../query/loaders';
import { inLanguage, type LocalizedTexts } from '../../resource/text';

/** Where the decisions are, and what waits for one. */
export interface OpenedLinks {
  readonly file: string;
  readonly decisions: readonly Decision[];
  /** Without those that are decided. */
  readonly open: readonly Proposal[];
  /** A proposal as the file leaves it now, which may have decided it meanwhile; null if nothing is open. */
  readonly stillOpen: (proposal: Proposal) => Promise<Proposal | null>;
  /** The name of a record; null if there is none with this key. */
  readonly nameOf: (key: string) => Promise<string | null>;
  /** The class of a key; empty if there is none with its path. */
  readonly typeOf: (key: string) => string;
}

/** Opens them, and closes the database after the work. */
export async function withLinks<Result>(
  config: Config,
  source: string | undefined,
  work: (links: OpenedLinks) => Promise<Result>,
): Promise<Result> {
  const file = config.harvesting.linksFile;
  if (file === null)
    throw new WrongConfiguration(
      'Set LINKS_FILE to the YAML file of decisions, or SOURCES_FILE, beside which they stand in links.yaml. The file need not exist yet.',
    );
  const paths = new Set(registry.resources.map(({ path }) => path));
  const decisions = await readLinksFile(file, paths);
  const store = await openStore({ ...config, readOnly: 'on' });
  try {
    const loaders = new Loaders(store, registry);
    const open = openProposals(await storedProposals(store).list(source), new Decisions(decisions));
    return await work({
      file,
      decisions,
      open,
      stillOpen: async (proposal) => {
        const now = new Decisions(await readLinksFile(file, paths));
        return openProposals([proposal], now)[0] ?? null;
      },
      typeOf: (key) => registry.ofKey(key)?.type ?? '',
      nameOf: async (key) => {
        if (!registry.ofKey(key)) return null;
        const record = await loaders.record(key);
        return record ? (inLanguage((record.name as LocalizedTexts | null) ?? {}, 'en') ?? key) : null;
      },
    });
  } finally {
    await store.close();
  }
}

/** The proposal whose id begins in this way. @throws StartFailed */
export function proposalWith(open: readonly Proposal[], id: string): Proposal {
  const found = open.filter((proposal) => proposal.id.startsWith(id));
  const [only, ...others] = found;
  if (!only)
    throw new StartFailed(`No open proposal has the id "${id}". "num-gateway links list" shows them.`);
  if (others.length > 0)
    throw new StartFailed(`The id "${id}" fits ${found.length} proposals; write more letters of it.`);
  return only;
}

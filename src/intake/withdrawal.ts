/** Decides whether the records that an import no longer contains may be withdrawn. */
import type { ImportProblem } from '../errors';
import type { Draft } from './draft';
import type { ImportOptions, ImportTransaction } from './import-options';

/** This part of an import's records may be withdrawn without confirmation. */
const fewAre = 1 / 10;

/** Maximum number of keys in a message. */
const mostNamed = 5;

export interface Withdrawal {
  /** The keys to withdraw. */
  vanished: ReadonlySet<string>;
  /** Why some of them cannot be withdrawn. */
  problems: ImportProblem[];
  /** Set if there are too many to withdraw without confirmation. */
  tooMany: ImportProblem | null;
}

const nothing: Withdrawal = { vanished: new Set(), problems: [], tooMany: null };

export async function withdrawalOf(
  transaction: ImportTransaction,
  drafts: readonly Draft[],
  { origin, vanished: become = 'stay', registry }: ImportOptions,
): Promise<Withdrawal> {
  if (become === 'stay') return nothing;
  const held = await transaction.origins.broughtInBy(origin);
  const drafted = new Set(drafts.map(({ key }) => key));
  // A class that is no longer declared has no table.
  const vanished = new Set(held.filter((key) => !drafted.has(key) && registry.ofKey(key)));
  if (vanished.size === 0) return nothing;
  const referring = await transaction.referringTo([...vanished], registry.all);
  const needed = referring.filter(({ from }) => !vanished.has(from) && !drafted.has(from));
  const problems = needed.map(({ from, to }) => ({
    message: `"${to}" cannot be withdrawn: "${from}", which "${origin}" did not bring in, refers to it.`,
    remedy: `Keep "${to}", or have "${from}" changed first.`,
  }));
  const tooMany = become === 'few go' && vanished.size > held.length * fewAre;
  return { vanished, problems, tooMany: tooMany ? tooManyOf(vanished, held.length, origin) : null };
}

const tooManyOf = (vanished: ReadonlySet<string>, held: number, origin: string): ImportProblem => ({
  message: `${vanished.size} of the ${held} records that "${origin}" brought in would be withdrawn, more than a tenth: ${named(vanished)}.`,
  remedy: '--dry-run lists all of them, --allow-withdrawals withdraws them.',
});

function named(keys: ReadonlySet<string>): string {
  const first = [...keys].slice(0, mostNamed).map((key) => `"${key}"`);
  return [...first, ...(keys.size > mostNamed ? ['…'] : [])].join(', ');
}

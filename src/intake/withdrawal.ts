/** Decides whether the records that an import no longer contains may be withdrawn. */
import type { ImportProblem } from '../errors';
import type { Draft } from './draft';
import type { ImportOptions, ImportTransaction } from './import-options';

/** This part of an origin's records may be withdrawn without confirmation. */
const fewAre = 1 / 10;

/** Maximum number of keys in a message. */
const mostNamed = 5;

export interface Withdrawal {
  /** The keys that the origin no longer states. */
  vanished: ReadonlySet<string>;
  /** Those of them that no other origin states. Their records are deleted. */
  gone: ReadonlySet<string>;
  /** Why some of them cannot be withdrawn. */
  problems: ImportProblem[];
  /** Set if there are too many to withdraw without confirmation. */
  tooMany: ImportProblem | null;
}

const nothing: Withdrawal = { vanished: new Set(), gone: new Set(), problems: [], tooMany: null };

export async function withdrawalOf(
  transaction: ImportTransaction,
  drafts: readonly Draft[],
  { origin, vanished: become = 'stay', registry }: ImportOptions,
): Promise<Withdrawal> {
  if (become === 'stay') return nothing;
  const { name } = origin;
  const held = await transaction.origins.keysOf(name);
  const drafted = new Set(drafts.map(({ key }) => key));
  // A class that is no longer declared has no table.
  const vanished = held.filter((key) => !drafted.has(key) && registry.ofKey(key));
  if (vanished.length === 0) return nothing;
  const others = await transaction.origins.others(name, vanished);
  const gone = vanished.filter((key) => !others.has(key));
  const referring = await transaction.referringTo(gone, registry.all, name);
  const problems = referring.map(({ from, to, origin }) => ({
    message: `"${to}" cannot be withdrawn: "${from}" refers to it, as "${origin}" states.`,
    remedy: `Keep "${to}", or have "${from}" changed there first.`,
  }));
  const tooMany = become === 'few go' && vanished.length > held.length * fewAre;
  return {
    vanished: new Set(vanished),
    gone: new Set(gone),
    problems,
    tooMany: tooMany ? tooManyOf(vanished, held.length, name) : null,
  };
}

const tooManyOf = (vanished: readonly string[], held: number, origin: string): ImportProblem => ({
  message: `${vanished.length} of the ${held} records that "${origin}" states would be withdrawn, more than a tenth: ${named(vanished)}.`,
  remedy: '--dry-run lists all of them, --allow-withdrawals withdraws them.',
});

function named(keys: readonly string[]): string {
  const first = keys.slice(0, mostNamed).map((key) => `"${key}"`);
  return [...first, ...(keys.length > mostNamed ? ['…'] : [])].join(', ');
}

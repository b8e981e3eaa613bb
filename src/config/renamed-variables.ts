/** Variables that had another name in an earlier release. The old name still works, with a warning. */

/** The current name by the old one. */
export const renamedVariables: Readonly<Record<string, string>> = {
  KEPT_MEMORY: 'ROW_CACHE_MEMORY',
  KEPT_ROWS: 'ROW_CACHE_ROWS',
  KNOWN_QUESTIONS_MEMORY: 'OPERATION_CACHE_MEMORY',
};

type Environment = Readonly<Record<string, string>>;

/**
 * Moves values from old names to current ones. If both are set, the current one counts.
 * @returns the resulting variables, and a warning for each old name
 */
export function withNamesOfNow(set: Environment): { set: Environment; outdated: string[] } {
  const outdated: string[] = [];
  const renamed: Record<string, string> = { ...set };
  for (const [before, now] of Object.entries(renamedVariables)) {
    const value = set[before];
    if (value === undefined) continue;
    renamed[now] ??= value;
    outdated.push(`${before} is the old name of ${now}: set that instead.`);
  }
  return { set: renamed, outdated };
}

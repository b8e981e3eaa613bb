/** Numbers out of measurements. */

/** The value below which a share of sorted values lies. */
const quantile = (sorted, share) =>
  sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The latencies of each query of a stream. */
function latenciesByQuery(rounds) {
  const found = {};
  for (const { latencies, names } of rounds)
    for (const [place, latency] of latencies.entries()) (found[names[place]] ??= []).push(latency);
  return Object.fromEntries(
    Object.entries(found).map(([name, unsorted]) => {
      const sorted = unsorted.sort((one, other) => one - other);
      return [
        name,
        {
          requests: sorted.length,
          p50: quantile(sorted, 0.5),
          p99: quantile(sorted, 0.99),
          p999: quantile(sorted, 0.999),
        },
      ];
    }),
  );
}

/** What several rounds of one query on one server amount to. */
export function summaryOf(rounds) {
  const latencies = rounds.flatMap((round) => round.latencies).sort((one, other) => one - other);
  const seconds = sum(rounds.map((round) => round.seconds));
  const perRequest = (name) =>
    latencies.length === 0 || rounds.some((round) => round[name] === null)
      ? null
      : sum(rounds.map((round) => round[name])) / latencies.length;
  return {
    requests: latencies.length,
    failed: sum(rounds.map((round) => round.failed)),
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    /** Of a stream, by query. */
    ...(rounds.some(({ names }) => names) && { byQuery: latenciesByQuery(rounds) }),
    /** Seconds of CPU for each request: of the server, and of the database. */
    cpu: perRequest('cpu'),
    databaseCpu: perRequest('databaseCpu'),
    rounds: rounds.map((round) => round.latencies.length / round.seconds),
  };
}

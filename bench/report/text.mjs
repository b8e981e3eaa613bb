/** The results as a text: a table for each database and measure, the ratios to each peer, and the growth. */

const dialectNames = { postgres: 'PostgreSQL', sqlite: 'SQLite' };

/** The name of a database in the reports. */
const databaseName = ({ dialect, size }) =>
  `${dialectNames[dialect]}, ${size === 0 ? 'the seeds' : `${size.toLocaleString('en')} datasets`}`;

const number = (value, digits = 0) =>
  value == null
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const ratio = (value) => (value == null || !Number.isFinite(value) ? '–' : `${number(value, 2)}×`);

const measures = [
  { title: 'requests per second', of: (summary) => number(summary.perSecond) },
  { title: 'p50, ms', of: ({ p50 }) => number(p50, 2) },
  { title: 'p99, ms', of: ({ p99 }) => number(p99, 2) },
  { title: 'CPU of the server per request, µs', of: ({ cpu }) => number(cpu === null ? null : cpu * 1e6) },
  {
    title: 'CPU of PostgreSQL per request, µs',
    of: ({ databaseCpu }) => number(databaseCpu * 1e6),
    dialect: 'postgres',
  },
];

function table(head, rows) {
  const widths = head.map((_, place) => Math.max(...[head, ...rows].map((row) => row[place].length)));
  const line = (row) =>
    row
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[place])))
      .join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

const cell = (summary, of) => (summary === undefined || summary.cannot ? 'cannot' : of(summary));

/** The latencies of each query within a stream. */
function latenciesOf({ name, results }, contestants) {
  const within = [
    ...new Set(Object.values(results).flatMap(({ byQuery }) => Object.keys(byQuery ?? {}))),
  ].sort();
  const shown = ({ p50, p99, p999 }) => [p50, p99, p999].map((value) => number(value, 2)).join(' / ');
  return table(
    [`${name}: p50 / p99 / p99.9, ms`, ...within],
    contestants
      .filter(({ key }) => results[key]?.byQuery)
      .map((each) => [
        each.name,
        ...within.map((query) => {
          const found = results[each.key].byQuery[query];
          return found ? shown(found) : '–';
        }),
      ]),
  );
}

function oneRun(run) {
  const { contestants, queries, dialect } = run;
  const names = queries.map(({ name }) => name);
  const tables = measures
    .filter((measure) => measure.dialect === undefined || measure.dialect === dialect)
    .map(({ title, of }) =>
      table(
        [title, ...names],
        contestants.map(({ key, name }) => [name, ...queries.map(({ results }) => cell(results[key], of))]),
      ),
    );
  const streamed = queries
    .filter(({ results }) => Object.values(results).some((summary) => summary.byQuery))
    .map((query) => latenciesOf(query, contestants));
  const [ours] = contestants;
  const perSecond = (query, key) => query.results[key]?.perSecond;
  const peers = contestants.filter(({ part }) => part === 'peer');
  const bestOf = (query) => Math.max(...peers.map(({ key }) => perSecond(query, key) ?? 0));
  const ratios = table(
    [`${ours.name} : …`, ...names],
    [
      ...contestants
        .slice(1)
        .map(({ key, name }) => [
          name,
          ...queries.map((query) => ratio(perSecond(query, ours.key) / perSecond(query, key))),
        ]),
      ...(peers.length > 0
        ? [['the best peer', ...queries.map((query) => ratio(perSecond(query, ours.key) / bestOf(query)))]]
        : []),
    ],
  );
  const cached = contestants.find(({ key }) => key === 'ours-cached');
  const constant = contestants.find(({ key }) => key === 'constant');
  const cachedRatio =
    cached &&
    constant &&
    table(
      [`${cached.name} : …`, ...names],
      [
        [
          constant.name,
          ...queries.map((query) => ratio(perSecond(query, 'ours-cached') / perSecond(query, 'constant'))),
        ],
      ],
    );
  const sizes = table(
    ['', 'largest memory'],
    contestants.map(({ name, peakMemory }) => [
      name,
      peakMemory === null ? '–' : `${number(peakMemory / 1e6)} MB`,
    ]),
  );
  return [
    `## ${databaseName(run)}`,
    ...tables,
    ...streamed,
    ratios,
    ...(cachedRatio ? [cachedRatio] : []),
    sizes,
  ].join('\n\n');
}

/** How much longer each query takes on the largest database than on the smallest generated one. */
function growth(runs) {
  const tables = ['postgres', 'sqlite'].flatMap((dialect) => {
    const generated = runs
      .filter((run) => run.dialect === dialect && run.size > 0)
      .sort((one, other) => one.size - other.size);
    const [small, large] = [generated[0], generated.at(-1)];
    if (!small || small === large) return [];
    const rows = large.contestants.map(({ key, name }) => [
      name,
      ...large.queries.map((query) => {
        const before = small.queries.find((each) => each.name === query.name)?.results[key];
        return ratio(query.results[key]?.p50 / before?.p50);
      }),
    ]);
    const title = `p50, ${databaseName(large)} : ${small.size.toLocaleString('en')}`;
    return [table([title, ...large.queries.map((query) => query.name)], rows)];
  });
  return tables.length > 0 ? ['## Growth', ...tables].join('\n\n') : '';
}

/** The whole report. */
export function textOf({ machine, settings, runs }) {
  const [first] = runs;
  const legend = table(
    ['query', 'what it asks', 'bytes'],
    (first?.queries ?? []).map(({ name, title, bytes }) => [name, title, number(bytes || null)]),
  );
  const how = `${settings.rounds} rounds of ${settings.seconds} s after ${settings.warmUp} s each, ${settings.connections} connections`;
  const where = `${machine.processor}, ${machine.cores} cores, ${number(machine.memory / 1e9)} GB, ${machine.system}, Node ${machine.node}`;
  return [`${how}\n${where}`, legend, ...runs.map(oneRun), growth(runs)].filter(Boolean).join('\n\n') + '\n';
}

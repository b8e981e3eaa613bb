/** Measures all contestants on one database: the same answers first, then short rounds in turn, so that what disturbs one disturbs all. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { cpuOf, cpuOfFamily, peakMemoryOf, startServer, startWriter } from './processes.mjs';
import { answersTo, ask, differenceOf, headers, listOfCursors, questionOf } from './questions.mjs';
import { summaryOf } from './statistics.mjs';

const { Buffer, clearInterval, setInterval } = globalThis;

/**
 * @param setup the database (`dialect`, `size`, `databaseUrl`), who takes part (`contestants`), what is asked (`queries`), `seconds`, `rounds`,
 * `warmUp` and `connections`, the `client`, the `node` of all servers, the process of PostgreSQL, a folder for files, and whom to tell.
 */
export async function measure(given) {
  const servers = new Map();
  const neighbours = [];
  const writer = given.queries.some(({ writes }) => writes) && (await startWriter(given));
  try {
    const { answers, list } = await startAll(given, servers, neighbours);
    const setup = { ...given, list, writer };
    const asked = await compared(questionsOf(setup, servers, answers), setup.tell);
    for (const each of asked) await load(setup, each, setup.warmUp);
    const measured = new Map(asked.map((each) => [each, []]));
    for (let round = 0; round < setup.rounds; round += 1) {
      setup.tell(`round ${round + 1} of ${setup.rounds}`);
      for (const each of inTurn(asked, round))
        measured.get(each).push(await load(setup, each, setup.seconds));
    }
    return resultOf(setup, servers, answers, measured);
  } finally {
    if (writer) writer.stop();
    for (const server of [...servers.values(), ...neighbours]) await server.stop();
  }
}

/** Ours starts first: the constants are its answers. */
async function startAll(setup, servers, neighbours) {
  const { contestants, databaseUrl, node, root, folder } = setup;
  const [first, ...others] = contestants;
  const start = async (contestant, env) => {
    setup.tell(`${contestant.name} starts`);
    const { script, hasNeighbour } = contestant;
    const linked = hasNeighbour ? await linkedIn(setup, neighbours) : {};
    servers.set(
      contestant,
      await startServer({
        node,
        script,
        root,
        env: { DATABASE_URL: databaseUrl, ...contestant.env, ...linked, ...env },
      }),
    );
  };
  await start(first);
  const answers = {};
  const list = await listOfCursors(servers.get(first));
  for (const query of setup.queries.filter(({ requests }) => !requests)) {
    const question = questionOf(first, query, servers.get(first), setup);
    answers[query.name] = await ask(question, question.bodies[0]).catch(() => null);
  }
  const file = join(folder, 'answers.json');
  await writeFile(file, JSON.stringify(answers));
  for (const contestant of others) await start(contestant, { ANSWERS_FILE: file });
  await rm(file);
  return { answers, list };
}

/** Starts a neighbour, and says how it is linked in. */
async function linkedIn({ node, root, folder }, neighbours) {
  const neighbour = await startServer({ node, script: ['bench/servers/neighbour.cjs'], root });
  neighbours.push(neighbour);
  const file = join(folder, 'subgraphs.yaml');
  await writeFile(file, `subgraphs:\n  - name: machines\n    url: ${neighbour.url}/\n`);
  return { SUBGRAPHS_FILE: file, SUBGRAPHS_KEPT_AT: join(folder, 'subgraphs-kept.json') };
}

/** Every query with every contestant that can answer it, query by query. */
const questionsOf = (setup, servers, answers) =>
  setup.queries.flatMap((query) =>
    setup.contestants.flatMap((contestant) => {
      const server = servers.get(contestant);
      const question = questionOf(contestant, query, server, setup);
      const answerable = question && (!contestant.answersOfOurs || answers[query.name] !== null);
      return answerable ? [{ query, contestant, server, question }] : [];
    }),
  );

/** Those that answer, and answer like the others. @throws Error where somebody answers otherwise than ours. */
async function compared(asked, tell) {
  tell('the answers are compared');
  const expected = new Map();
  const answering = [];
  for (const each of asked) {
    const { query, contestant, question } = each;
    const found = await answersTo(question).catch((error) => {
      tell(`${contestant.name} fails: ${error.message}`);
      return null;
    });
    if (!found) continue;
    answering.push(each);
    // The constant is asked for the first of several records only.
    if (contestant.answersOfOurs) continue;
    if (!expected.has(query)) expected.set(query, found);
    const difference = differenceOf(expected.get(query), found);
    if (difference) throw new Error(`${contestant.name} answers "${query.title}" otherwise: ${difference}`);
  }
  return answering;
}

/** Query by query; of each round another contestant is the first. */
function inTurn(asked, round) {
  const byQuery = Map.groupBy
    ? [...Map.groupBy(asked, ({ query }) => query).values()]
    : [...new Set(asked.map(({ query }) => query))].map((query) =>
        asked.filter((each) => each.query === query),
      );
  return byQuery.flatMap((group) => {
    const shift = round % group.length;
    return [...group.slice(shift), ...group.slice(0, shift)];
  });
}

async function load(setup, { server, question, query, contestant }, seconds) {
  const { client, connections, postgresPid } = setup;
  await quiet([server.pid, postgresPid], setup.tell);
  const [cpu, databaseCpu] = [cpuOf(server.pid), cpuOfFamily(postgresPid)];
  const writing = query.writes && setInterval(() => setup.writer.write(), 1_000);
  const task = { ...question, readers: undefined };
  // A stream has to be long enough for its seldom queries, and for writes.
  const result = await client.load({
    ...task,
    headers,
    connections,
    seconds: query.requests ? 4 * seconds : seconds,
  });
  clearInterval(writing);
  if (result.latencies.length === 0 || result.failed > 0)
    setup.tell(
      `${contestant.name}, "${query.title}": ${result.latencies.length} answers, ${result.failed} failures`,
    );
  return {
    ...result,
    cpu: cpu === null ? null : cpuOf(server.pid) - cpu,
    databaseCpu: cpuOfFamily(postgresPid) - databaseCpu,
  };
}

/** How long is waited for what a load has left behind, in milliseconds: statements whose clients have gone may go on for a while. */
const longestRest = 180_000;
const look = 100;
/** Seconds of CPU between two looks that count as nothing. */
const nothing = 0.02;

/** Waits until neither the server nor the database works on what was asked before. */
export async function quiet([server, postgres], tell) {
  const spent = () => (cpuOf(server) ?? 0) + cpuOfFamily(postgres);
  const begun = Date.now();
  for (let before = spent(), calm = 0; calm < 2;) {
    await setTimeout(look);
    const now = spent();
    calm = now - before <= nothing ? calm + 1 : 0;
    before = now;
    if (Date.now() - begun < longestRest) continue;
    tell('the servers do not come to rest');
    return;
  }
}

function resultOf({ dialect, size, contestants, queries }, servers, answers, measured) {
  const entries = [...measured];
  return {
    dialect,
    size,
    contestants: contestants.map((contestant) => ({
      key: contestant.key,
      name: contestant.name,
      part: contestant.part,
      peakMemory: peakMemoryOf(servers.get(contestant).pid),
    })),
    queries: queries.map((query) => ({
      name: query.name,
      title: query.title,
      bytes: Buffer.byteLength(answers[query.name] ?? ''),
      results: Object.fromEntries(
        contestants.map((contestant) => {
          const [, rounds] = entries.find(
            ([each]) => each.query === query && each.contestant === contestant,
          ) ?? [null, null];
          return [contestant.key, rounds ? summaryOf(rounds) : { cannot: true }];
        }),
      ),
    })),
  };
}

#!/usr/bin/env node
/** The command line of the gateway. Each command is loaded when it is run: most need only a small part of the modules. */
import './heap';
import './no-inspector';
import './production';
import 'reflect-metadata';
import cluster from 'node:cluster';
import { Command, Option } from 'commander';
import { readConfig } from '../config';
import { ImportRefused, StartFailed, WriteFailed, WrongConfiguration } from '../errors';
import type { ExplainCommandOptions } from './explain';
import type { ExportOptions } from './export/command';
import { declareChecks } from './check/declare';
import { declareHarvest } from './harvest/declare';
import { addExamples } from './examples';
import { declareLinks } from './links/declare';
import { version } from './package-version';
import type { SeedOptions } from './seed';
import type { SubgraphCheckOptions } from './subgraph-check';
import { declareTemplate } from './template/declare';

const environment = `
Environment:
  PORT           port to listen on (4000)
  HOST           address to listen on (127.0.0.1)
  DATABASE_URL   sqlite:<file>, sqlite::memory: or postgres://… (sqlite:data/catalogue.sqlite)
  READ_ONLY      auto, on or off: whether the database is only read (auto: where it may not be written)
  MIGRATE        on or off: whether a start brings the tables up to date (on); off leaves it to num-gateway migrate
  DATABASE_REPLICA_URLS, DATABASE_CONNECTIONS: replicas of PostgreSQL that are read (none), connections for reading (10)
  DATABASE_WAIT_MS   how long a PostgreSQL that is not up yet is waited for at the start (60000)
  WORKERS        processes that serve together (1); docs/scale.md
  PUBLIC_URL     address under which the gateway is known, with a path if need be (the address of the server)
  LOG_LEVEL      fatal, error, warn, info, debug, trace or silent (info)
  LOG_CLIENTS    clients in the log: shortened to their network, full or none (shortened)
  METRICS_PORT   port for /metrics alone (they stand on PORT, for programs on this machine)
  METRICS_HOST   address of that port (127.0.0.1)
  OTEL_EXPORTER_OTLP_ENDPOINT and the further OTEL_ variables: where traces are sent (nowhere)
  SUBGRAPHS_FILE   YAML file of the subgraphs of others that are linked in (none)
  SOURCES_FILE     YAML file of the sources that are harvested (none); LINKS_FILE: decisions on doubtful links
  SUPERGRAPH_FILE  file or address of a supergraph that is composed elsewhere (none)
  SUBGRAPHS_POLL_MS, SUBGRAPHS_KEPT_AT: how often they are looked at (30000), where they are kept (data/subgraphs.json)
  SUPERGRAPH_KEPT_AT: where the supergraph that was usable last is kept (data/supergraph.json)
  docs/configuration.md lists every variable, docs/limits.md says why the limits are as they are`;

const program = new Command('num-gateway')
  .description('One GraphQL endpoint over the infrastructures of the Netzwerk Universitätsmedizin.')
  .version(version(), '--version', 'Print the version.')
  .helpOption('--help', 'Print this help.')
  .addHelpText('after', environment);

interface ServeOptions {
  supergraph?: string;
  port?: string;
  readOnly?: true;
}

program
  .command('serve')
  .description('Serve the endpoint and its pages; an empty database is seeded first.')
  .option('--supergraph <place>', 'serve this supergraph, a file or an address, without the catalogue')
  .option('--port <number>', 'port to listen on, instead of PORT')
  .option('--read-only', 'only read the database, as READ_ONLY=on')
  .action(async ({ supergraph, port, readOnly }: ServeOptions) => {
    const config = readConfig(undefined, {
      ...(port !== undefined && { PORT: port }),
      ...(readOnly && { READ_ONLY: 'on' }),
    });
    const { serveCommand, serveSupergraphCommand } = await import('./serve.js');
    await (supergraph === undefined ? serveCommand(config) : serveSupergraphCommand(supergraph, config));
  });

program
  .command('seed')
  .description('Make the database hold what the seeds hold; a second time changes nothing.')
  .option('--dry-run', 'write nothing; tell what would be created, updated and withdrawn')
  .option('--allow-withdrawals', 'withdraw even more than a tenth of what the seeds had brought in')
  .action(async (options: SeedOptions) => {
    const { seedCommand } = await import('./seed.js');
    await seedCommand(readConfig(), options);
  });

program
  .command('migrate')
  .description('Bring the tables of the database up to date, and do nothing else.')
  .action(async () => {
    const { migrateCommand } = await import('./migrate.js');
    await migrateCommand(readConfig());
  });

program
  .command('backup')
  .argument('<file>', 'where it goes')
  .description('Write all that the database holds into a file, while it is served.')
  .option('--force', 'overwrite the file')
  .action(async (file: string, options: { force?: true }) => {
    const { backupCommand } = await import('./backup.js');
    await backupCommand(file, options, readConfig());
  });

program
  .command('restore')
  .argument('<file>', 'a backup of this release or of one before, of either database')
  .description('Fill the database from a backup; no gateway may serve it meanwhile.')
  .option('--force', 'put it in the place of what is there')
  .action(async (file: string, options: { force?: true }) => {
    const { restoreCommand } = await import('./backup.js');
    await restoreCommand(file, options, readConfig());
  });

program
  .command('export')
  .description('Write records as RDF, streamed. Exit status 2: something was left out, which it says.')
  .requiredOption('--format <format>', 'turtle, json-ld, rdf-xml, n-triples, n-quads or trig')
  .option(
    '--profile <name>',
    'only what conforms to this profile, such as dcat-ap or healthdcat-ap (all records, as DCAT-AP)',
  )
  .option('--type <type...>', 'only records of these types, such as dataset (all that the profile describes)')
  .option('--out <file>', 'the file, which is there only once it is complete (standard output)')
  .option('--evidence', 'also who says so, in which words')
  .option('--workers <number>', 'threads that write (1); each takes memory of its own')
  .action(async (options: ExportOptions) => {
    const { exportCommand } = await import('./export/command.js');
    await exportCommand(options, readConfig());
  });

program
  .command('schema')
  .description('Write schema/schema.graphql and schema/subgraph.graphql from the declarations.')
  .option('--check', 'write nothing; fail when a file differs from the declarations')
  .action(async ({ check = false }: { check?: boolean }) => {
    const { schemaCommand } = await import('./schema.js');
    await schemaCommand(readConfig(), check);
  });

const subgraph = program.command('subgraph').description('Link the graphs of others into this one.');
subgraph
  .command('check')
  .argument('<place>', 'a file with the SDL of a subgraph, or the address at which it runs')
  .description('Say whether a subgraph can be linked in, and what it adds.')
  .option('--name <name>', 'its name in SUBGRAPHS_FILE', 'subgraph')
  .option('--may-extend <types>', 'types of ours to which it may add fields, with commas between (any)')
  .option('--with <file>', 'check it beside the subgraphs of this file, with the settings of its entry there')
  .option(
    '--header <line>',
    'ask it with this header, such as "Authorization: Bearer …"; may be repeated',
    (line: string, before: readonly string[]) => [...before, line],
    [],
  )
  .action(async (place: string, options: SubgraphCheckOptions) => {
    const { subgraphCheckCommand } = await import('./subgraph-check.js');
    await subgraphCheckCommand(place, options, readConfig());
  });

program
  .command('explain')
  .argument('<query>', 'a query of the endpoint')
  .description('Show how a query is answered: its estimated cost, its statements, and what has no plan.')
  .option('--variables <json>', 'its variables, as the text of a JSON object')
  .option('--operation <name>', 'which operation, if there are several')
  .addOption(new Option('--language <tag>', 'language of the answer').choices(['de', 'en']).default('en'))
  .option('--cached', 'show what is still read when small tables are cached in memory')
  .addOption(new Option('--kept', 'the old name of --cached').implies({ cached: true }).hideHelp())
  .action(async (query: string, options: ExplainCommandOptions) => {
    const { explainCommand } = await import('./explain.js');
    await explainCommand(query, options, readConfig());
  });

program
  .command('migration')
  .argument('<title>', 'what it does, in PascalCase, such as AddBiobank')
  .description('Draft the migration for tables and columns that are declared but not made yet.')
  .action(async (title: string) => {
    const { migrationCommand } = await import('./migration.js');
    await migrationCommand(readConfig(), title);
  });

addExamples([...program.commands, ...subgraph.commands]);
declareHarvest(program);
declareTemplate(program);
declareChecks(program);
declareLinks(program);

program.parseAsync().catch((error: unknown) => {
  const known = [WrongConfiguration, StartFailed, ImportRefused, WriteFailed].some(
    (kind) => error instanceof kind,
  );
  console.error(known ? (error as Error).message : error);
  // A command that tells more by its status has set it.
  process.exitCode ??= 1;
  // A worker's channel to the primary process would keep it alive.
  if (cluster.isWorker) process.exit();
});

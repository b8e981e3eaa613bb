/** Declares `num-gateway harvest` with its options and examples. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readConfig } from '../../config';
import type { HarvestCommandOptions } from '../harvest';

export function declareHarvest(program: Command): void {
  program
    .command('harvest')
    .argument('[source]', 'name of a source in SOURCES_FILE (all of them)')
    .description('Bring in what the sources of SOURCES_FILE publish; a second time changes nothing.')
    .option('--dry-run', 'write nothing; tell what would be new, changed, refused and withdrawn')
    .option('--withdraw', 'withdraw at once what the source no longer has')
    .option('--all', 'read documents again that have not changed since the last run')
    .addOption(
      new Option('--format <format>', 'form of the report').choices(['text', 'json']).default('text'),
    )
    .addOption(new Option('--lang <tag>', 'language of the report').choices(['de', 'en']).default('en'))
    .addOption(
      new Option('--findings <number>', 'how many findings are written out, or all')
        .default('20')
        .argParser((given: string) => {
          if (/^(\d{1,6}|all)$/.test(given)) return given;
          throw new InvalidArgumentError('It takes a number, or all.');
        }),
    )
    .addHelpText(
      'after',
      `
Examples:
  num-gateway harvest --dry-run                 what would come in from all sources
  num-gateway harvest health-ri                 bring in one source
  num-gateway harvest health-ri --format json   the report for programs
  num-gateway harvest health-ri --withdraw      take away what it no longer has
Exit status: 0 all came in, 1 a record was refused or a part could not be read, 2 nothing of a source could be read,
3 another process harvests it just now. docs/harvest.md leads from a file to linked records.`,
    )
    .action(async (source: string | undefined, options: HarvestCommandOptions) => {
      const { harvestCommand } = await import('../harvest.js');
      await harvestCommand(source, options, readConfig());
    });
}

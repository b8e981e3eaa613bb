/** Declares `num-gateway template`, which writes tables to fill in, with its options and examples. */
import { Option, type Command } from 'commander';
import type { TemplateOptions } from '../template';

export function declareTemplate(program: Command): void {
  program
    .command('template')
    .argument('<class...>', 'Dataset, Project, Service …; several together in one workbook')
    .description(
      'Write a table to fill in, made from the declaration of a class: with its parts and links, drop-downs and an explanation of each column.',
    )
    .option('--out <file>', 'the file, .xlsx or .csv (the name of the class, as .xlsx)')
    .addOption(new Option('--lang <tag>', 'language of the heads').choices(['de', 'en']).default('en'))
    .option('--force', 'overwrite the file')
    .addHelpText(
      'after',
      `
Examples:
  num-gateway template Dataset
  num-gateway template Dataset Contact --lang de --out datensaetze.xlsx
  num-gateway template Provision --out provisions.csv
  num-gateway check datensaetze.xlsx --lang de

A workbook has a sheet for the class, one for each kind of its parts and links, an explanation and the code lists.
CSV has the records of one class alone. What was filled in is harvested as a source with "kind: TABLE" (docs/harvest.md).

Exit status: 0 it is written, 1 it is not: the class is not known, the file is there already, or it cannot be written.`,
    )
    .action(async (classes: string[], options: TemplateOptions) => {
      const { templateCommand } = await import('../template.js');
      await templateCommand(classes, options);
    });
}

/**
 * Links, and resources that begin and end, get the days for which sources show them and what else says on which days they hold
 * (docs/time.md); evidence gets the records for whose time it is stated. The columns are filled at the start.
 */
import { SqlMigration } from './sql-migration';

const links = ['participation', 'involvement', 'usage', 'award', 'provision', 'conformance', 'relation'];
const timed = [...links, 'funding_period', 'project', 'infrastructure'];

const columns = [
  '"attested_from" text',
  '"attested_until" text',
  '"possible_from" text',
  '"possible_until" text',
  '"listed_from" text',
  '"bounded" integer',
  '"left_out" text',
];

export class AddHolding1796029200000 extends SqlMigration {
  protected readonly statements = [
    ...timed.flatMap((table) => columns.map((column) => `ALTER TABLE "${table}" ADD COLUMN ${column}`)),
    `ALTER TABLE "evidence" ADD COLUMN "during" text`,
  ];

  // The views of links are made anew at the start.
  protected override readonly undoFirst = [
    `DROP VIEW IF EXISTS "link_end"`,
    `DROP VIEW IF EXISTS "link"`,
    `DROP TABLE IF EXISTS "holding_state"`,
  ];
}

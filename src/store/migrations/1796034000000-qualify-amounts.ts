/** How sources qualify amounts of money. What is stored does not say; the next import does. */
import { SqlMigration } from './sql-migration';

export class QualifyAmounts1796034000000 extends SqlMigration {
  protected readonly statements = ['funding_period', 'project', 'award'].map(
    (table) => `ALTER TABLE "${table}" ADD COLUMN "amount_qualifier" text`,
  );
}

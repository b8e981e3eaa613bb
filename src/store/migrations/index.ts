/** All migrations, oldest first. They are run at start, in one transaction. */
import { CreateResources1763798400000 } from './1763798400000-resources';
import { CreateLinks1763798400001 } from './1763798400001-links';
import { CreateStatements1763798400002 } from './1763798400002-statements';

export const migrations = [
  CreateResources1763798400000,
  CreateLinks1763798400001,
  CreateStatements1763798400002,
];

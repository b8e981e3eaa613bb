/** The one DataSource for the TypeORM command line: `npx typeorm migration:show -d dist/ormconfig.js`. */
import 'reflect-metadata';
import { catalogue } from './src/catalogue';
import { readConfig } from './src/config';
import { Registry } from './src/resource/registry';
import { locationOf } from './src/store/driver';
import { dataSourceFor } from './src/store/open-writer';

const { databaseUrl, root } = readConfig();

export default dataSourceFor(locationOf(databaseUrl, root), new Registry(catalogue));

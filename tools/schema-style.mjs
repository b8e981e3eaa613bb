/** Checks schema/schema.graphql by the rules of docs/schema-style.md. Run it as `npm run lint:schema`. */
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { rules } from './schema-style/rules.mjs';

const { URL } = globalThis;
const file = process.argv[2] ?? new URL('../schema/schema.graphql', import.meta.url);
const schema = buildSchema(readFileSync(file, 'utf8'));

const broken = Object.entries(rules).flatMap(([rule, check]) =>
  check(schema).map((what) => `${what} (${rule})`),
);
for (const what of broken) console.error(what);
if (broken.length > 0) {
  console.error(`Found ${broken.length} times that the schema breaks a rule of docs/schema-style.md.`);
  process.exitCode = 1;
} else console.log(`The schema keeps the ${Object.keys(rules).length} rules of docs/schema-style.md.`);

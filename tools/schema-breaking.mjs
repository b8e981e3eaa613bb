/**
 * Lists the breaking changes of the schema since the commit before, and fails when nobody announced them.
 * A commit announces them as Conventional Commits do: `feat!: …`, or `BREAKING CHANGE: …` in its body.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const file = 'schema/schema.graphql';
const announcement = /^\w+(\([^)]*\))?!:|^BREAKING[ -]CHANGE: /m;

/** What git prints; null when it cannot say, as without a repository or behind the end of a shallow clone. */
function git(...args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

const now = readFileSync(file, 'utf8');
const committed = git('show', `HEAD:./${file}`);
const isDirty = committed !== null && committed !== now;
const before = isDirty ? committed : git('show', `HEAD~1:./${file}`);

if (before === null) {
  console.log(
    'Breaking changes: skipped, as git has no earlier schema here (a first commit or a shallow clone).',
  );
} else {
  const changes = await diff(buildSchema(before), buildSchema(now));
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  for (const { message } of breaking) console.log(`Breaking: ${message}`);
  // The first parent of a merge leaves the messages of all merged commits.
  const isAnnounced = isDirty || announcement.test(git('log', '--format=%B', 'HEAD~1..HEAD') ?? '');
  if (breaking.length === 0) console.log('Breaking changes: none.');
  else if (isDirty)
    console.log('Announce it when you commit: "feat!: …" or "BREAKING CHANGE: …" in the body.');
  else if (!isAnnounced) {
    console.error(
      'The schema breaks clients and no commit says so. Use "feat!: …" or "BREAKING CHANGE: …" in its message.',
    );
    process.exitCode = 1;
  }
}

// Example queries. Each is a file with a sentence in German and in English, optional variables, and one named operation.

/** The languages of the examples. */
export type Language = 'de' | 'en';

/** A parsed example query. */
export interface Example {
  /** The file name without extension; examples are sorted by it. */
  readonly key: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly operationName: string;
  /** The operation without the comment lines at the top. */
  readonly query: string;
  /** The variables as indented JSON, or an empty string. */
  readonly variables: string;
}

const description = /^#\s*(de|en|variables):\s*(.*)$/;
const namedOperation = /^\s*(?:query|mutation|subscription)\s+([A-Za-z_]\w*)/m;

/** Parses the files (content by path), sorted by file name. */
export function readExamples(files: Readonly<Record<string, string>>): Example[] {
  return Object.entries(files)
    .map(([path, content]) => parseExample(path, content))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Parses one example. @throws Error that names what is missing, with a remedy */
export function parseExample(path: string, content: string): Example {
  const lines = content.trim().split(/\r?\n/);
  const described = new Map<string, string>();
  while (lines[0]?.trim() === '' || description.test(lines[0] ?? '')) {
    const [, label, text] = description.exec(lines.shift() ?? '') ?? [];
    if (label && text) described.set(label, text.trim());
  }
  const query = `${lines.join('\n').trim()}\n`;
  const refuse = (remedy: string) => new Error(`${path}: ${remedy}`);

  const de = described.get('de');
  const en = described.get('en');
  if (!de) throw refuse('add a first line "# de: " with a German sentence.');
  if (!en) throw refuse('add a first line "# en: " with an English sentence.');
  const operationName = namedOperation.exec(query)?.[1];
  if (!operationName) throw refuse('name the operation, such as "query SitesOfRacoon { … }".');

  const key = path.replace(/^.*\//, '').replace(/\.graphql$/, '');
  return {
    key,
    title: { de, en },
    operationName,
    query,
    variables: indented(described.get('variables'), refuse),
  };
}

function indented(json: string | undefined, refuse: (remedy: string) => Error): string {
  if (!json) return '';
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    throw refuse('write the variables as one line of JSON, such as # variables: {"slug": "marburg"}.');
  }
}

/** The text for the editor: the sentence as a comment, then the operation. */
export function textOf(example: Example, language: Language): string {
  return `# ${example.title[language]}\n${example.query}`;
}

/** The example whose unchanged operation the text contains, regardless of comment lines above it. */
export function exampleIn(text: string, examples: readonly Example[]): Example | undefined {
  const operation = text.replace(/^(?:\s*#.*(?:\n|$))*\s*/, '').trim();
  return examples.find(
    (example) => example.query.replace(/^(?:\s*#.*(?:\n|$))*\s*/, '').trim() === operation,
  );
}

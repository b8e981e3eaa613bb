/** Finds the seed files, and reports files that are ignored or unreadable. */
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ImportRefused, reasonOf, type ImportProblem } from '../errors';

export interface SeedFiles {
  /** Paths of the files to read. */
  files: string[];
  /** Ignored files with the reason. */
  leftOut: string[];
  problems: ImportProblem[];
}

/**
 * Reads all YAML files directly in the folder. Hidden files come from editors and archives, and `.md` files are documentation. Any
 * other file might be meant as seeds, so it is reported.
 * @param root base folder for file names in messages
 * @throws ImportRefused when the folder does not exist
 */
export async function seedFilesIn(folder: string, root: string): Promise<SeedFiles> {
  const found: SeedFiles = { files: [], leftOut: [], problems: [] };
  const names = await readdir(folder).catch((error: unknown) => {
    throw new ImportRefused([unreadable(relative(root, folder), error)]);
  });
  for (const name of names.filter((each) => !each.startsWith('.') && !/\.md$/i.test(each)).sort()) {
    const path = join(folder, name);
    const label = relative(root, path);
    const isYaml = /\.ya?ml$/i.test(name);
    try {
      const stats = await stat(path);
      if (stats.isDirectory())
        found.leftOut.push(`${label}: a folder; put its files into ${relative(root, folder)}`);
      else if (!isYaml) found.leftOut.push(`${label}: its name ends in neither .yaml nor .yml`);
      else if (stats.isFile()) found.files.push(path);
      else found.problems.push({ file: label, message: 'It is no file.', remedy: 'Take it away.' });
    } catch (error) {
      if (isYaml) found.problems.push(unreadable(label, error));
      else found.leftOut.push(`${label}: ${reasonOf(error)}`);
    }
  }
  return found;
}

/** Why a file or folder cannot be read. */
export function unreadable(file: string, error: unknown): ImportProblem {
  const { code = '' } = error as NodeJS.ErrnoException;
  const [reason, remedy] = reasons[code] ?? [
    `the system says ${code || reasonOf(error)}`,
    'Put it right or take it away.',
  ];
  return { file, message: `It cannot be read: ${reason}.`, remedy };
}

const reasons: Readonly<Record<string, [reason: string, remedy: string]>> = {
  ENOENT: ['it is not there, or a link to what is not there', 'Put it back, or take the link away.'],
  ELOOP: ['it is a link that leads to itself', 'Take the link away.'],
  EACCES: ['the user who runs this may not read it', 'Allow it to that user.'],
  EPERM: ['the user who runs this may not read it', 'Allow it to that user.'],
  ENOTDIR: ['it is no folder', 'Put the folder of seeds in its place.'],
  EISDIR: ['it is a folder', 'Put its files beside it.'],
};

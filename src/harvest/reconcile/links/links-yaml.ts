/** The YAML of LINKS_FILE, which people write and merge. */
import { WrongConfiguration } from '../../../errors';
import { readStrictYaml, YamlRefused, type StrictYaml } from '../../../intake/strict-yaml';

/** @throws WrongConfiguration if it is no YAML, with the line */
export function linksYaml(written: Buffer, path: string): StrictYaml {
  refuseConflict(written.toString('utf8'), path);
  try {
    return readStrictYaml(written, path);
  } catch (error) {
    if (!(error instanceof YamlRefused)) throw error;
    const { file, line, column } = error.at;
    throw new WrongConfiguration(`${file}:${line}:${column}  ${error.message} ${error.remedy}`);
  }
}

/** Two people decided at the same time, and their versions are not merged yet. */
function refuseConflict(text: string, path: string): void {
  const sign = /^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/m.exec(text);
  if (!sign) return;
  const line = text.slice(0, sign.index).split('\n').length;
  throw new WrongConfiguration(
    `${path}:${line}:1  A merge was not finished here (${sign[0]}). Keep the decisions of both sides that hold, and take the lines with <<<<<<<, ======= and >>>>>>> away.`,
  );
}

/** Addresses of documents as everybody may see them: of a file on this machine only its name, within the folder of its source. */
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HarvestSource } from '../harvest-source';

/** @returns a function for texts with addresses in them */
export function shownAddresses({ file }: Pick<HarvestSource, 'file'>): (text: string) => string {
  if (file === null) return (text) => text;
  const folder = dirname(file);
  const [address, path] = [`${pathToFileURL(folder).href}/`, `${folder}/`];
  return (text) => text.replaceAll(address, 'file:').replaceAll(path, '');
}

/** The slugs of sources that a document describes because its evidence cites them. */
import { createHash } from 'node:crypto';
import { slugPattern } from '../../resource/identity';
import type { HarvestedRecord } from '../harvested-record';

/** The path of sources in the addresses of any gateway such as this one. */
const ofGateway = /\/sources\/([^/#?]+)$/;

/** The slug that the document tells, or that of another gateway; else one made of the title and the address. Null if there is neither. */
export function slugOfSource({ iri, data }: Pick<HarvestedRecord, 'iri' | 'data'>): string | null {
  if (typeof data.slug === 'string') return data.slug;
  const [, slug = ''] = ofGateway.exec(iri ?? '') ?? [];
  if (slugPattern.test(slug)) return slug;
  const title = typeof data.title === 'string' ? data.title : '';
  const telling = iri ?? title;
  if (telling === '') return null;
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return [words, createHash('sha256').update(telling).digest('hex').slice(0, 8)].filter(Boolean).join('-');
}

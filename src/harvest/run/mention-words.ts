/** What is only mentioned: where it stands, and how it is called in the table of addresses and in reports. */
import { createHash } from 'node:crypto';
import type { Label } from '../../vocabulary/label';
import type { Description } from '../../resource/description';
import type { HarvestedRecord, Mention } from '../harvested-record';
import { signatureOf } from '../reconcile/proposal';

/** How keys of what is only mentioned begin among the addresses of records. */
export const mentionPrefix = 'mention:';

/** Where something is mentioned. */
export interface MentionPlace {
  record: HarvestedRecord;
  field: string;
  /** The classes of which it may be a record; null for any. */
  classes: readonly Description[] | null;
}

/** Why a mention cannot be used. */
export const unusable = {
  elsewhere: (key: string): Label => ({
    de: `Das ist ${key} und kann hier nicht stehen.`,
    en: `It is ${key}, which cannot stand here.`,
  }),
  tooLittle: {
    de: 'Es ist hier nicht bekannt, und es wird zu wenig davon gesagt.',
    en: 'It is not known here, and too little is said of it.',
  },
};

/** What was mentioned, among the addresses under which a source knows records. */
export const mentionedAs = (mention: Mention): string =>
  `${mentionPrefix}${createHash('sha256').update(signatureOf(mention)).digest('hex').slice(0, 32)}`;

export const nameOf = ({ names, iri, email, homepage }: Mention): string =>
  names[0]?.value ?? iri ?? homepage ?? email ?? '';

/** The common attributes of all resources. */
import { dct, foaf } from '../vocabulary/namespaces';
import { LocalizedText, Names, RecordedAt, Slug, WebAddress } from './decorators';
import type { LocalizedTexts } from './text';
import type { OtherName } from './kinds/names';

/** The base of all resources. Every resource also has identifiers, evidence, disputes and links, which are not declared. */
export abstract class CatalogueRecord {
  @Slug({
    about: 'Readable key, unique within its type; part of the web address of the record.',
    term: dct('identifier'),
    filter: true,
    order: true,
  })
  slug!: string;

  @LocalizedText({
    about:
      'Name in the language asked for. Where the record has no name in that language, another one is given: `names` shows which exist.',
    term: dct('title'),
    allTexts: 'names',
    required: true,
    filter: true,
    order: true,
    search: 10,
  })
  name!: LocalizedTexts;

  @Names({
    about:
      'Former names and other names in use, with the time in which they were used as far as a source tells.',
    term: dct('alternative'),
    search: 8,
  })
  otherNames!: OtherName[];

  @LocalizedText({
    about: 'Description in the language asked for, or in another one that exists; null where there is none.',
    term: dct('description'),
    paragraphs: true,
    allTexts: 'descriptions',
    filter: true,
    search: 2,
  })
  description!: LocalizedTexts | null;

  @WebAddress({
    about: 'Home page on the web.',
    term: { predicate: foaf('homepage'), class: foaf('Document') },
    filter: true,
  })
  homepage!: string | null;

  @RecordedAt({
    about: 'When the record last changed in this catalogue.',
    term: dct('modified'),
    filter: true,
    order: true,
  })
  modifiedAt!: string;
}

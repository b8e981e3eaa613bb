/** The sources that evidence cites. */
import { dct, foaf } from '../vocabulary/namespaces';
import { CitedSource, Slug, Text, WebAddress } from './decorators';

@CitedSource({
  path: 'sources',
  about: 'A document, web page, data set or register entry that a statement rests on.',
  term: foaf('Document'),
})
export class Source {
  @Slug({
    about: 'Readable key, unique among the sources.',
    term: dct('identifier'),
    filter: true,
    order: true,
  })
  slug!: string;

  @Text({
    about: 'Title, or a short description where it has none.',
    term: dct('title'),
    required: true,
    filter: true,
    order: true,
  })
  title!: string;

  @WebAddress({
    about: 'Where it is published.',
    term: { predicate: foaf('page'), class: foaf('Document') },
    filter: true,
  })
  url!: string | null;

  @Text({
    about: 'Who publishes it.',
    term: { predicate: dct('publisher'), object: 'node', class: foaf('Agent') },
    filter: true,
    order: true,
    facet: true,
  })
  publisher!: string | null;

  @Text({
    about: 'Licence under which it is published; null where none is stated.',
    term: { predicate: dct('license'), object: 'node', class: dct('LicenseDocument') },
    filter: true,
    facet: true,
  })
  licence!: string | null;
}

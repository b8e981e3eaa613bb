/** The sources that evidence cites. */
import { dct, foaf } from '../vocabulary/namespaces';
import { CitedSource, Slug, Text, WebAddress } from './decorators';

@CitedSource({
  path: 'sources',
  about: 'A document, web page, data set or register entry that a statement rests on.',
  term: foaf('Document'),
})
export class Source {
  @Slug({ about: 'Readable key of the source.' })
  slug!: string;

  @Text({ about: 'Title, or a short description where it has none.', term: dct('title'), required: true })
  title!: string;

  @WebAddress({ about: 'Where it is published.', term: { predicate: foaf('page'), class: foaf('Document') } })
  url!: string | null;

  @Text({
    about: 'Who publishes it.',
    term: { predicate: dct('publisher'), object: 'node', class: foaf('Agent') },
  })
  publisher!: string | null;

  @Text({
    about: 'Licence under which it is published; null where none is stated.',
    term: { predicate: dct('license'), object: 'node', class: dct('LicenseDocument') },
  })
  licence!: string | null;
}

import { CatalogueRecord } from '../resource/catalogue-record';
import { Resource, Texts, ToMany, ToOne, WebAddress } from '../resource/decorators';
import { csvw, dcat, dct } from '../vocabulary/namespaces';
import { Dataset } from './dataset';
import { Variable } from './variable';

/** A table of CSV on the Web. https://www.w3.org/TR/tabular-metadata/#tables */
@Resource({
  path: 'data-tables',
  term: csvw('Table'),
  about: 'A table of a dataset, described by its variables.',
})
export class DataTable extends CatalogueRecord {
  @ToOne(() => Dataset, {
    about: 'The dataset to which it belongs.',
    term: dct('isPartOf'),
    required: true,
  })
  dataset!: Dataset;

  @WebAddress({
    about:
      'Address of the table itself, such as a CSV file; null where the data cannot be had from an address.',
    term: csvw('url'),
    filter: true,
  })
  url!: string | null;

  @Texts({ about: 'Keywords.', term: dcat('keyword'), filter: true, facet: true, search: 2 })
  keywords!: string[];

  @ToMany(() => Variable, { by: 'table', about: 'Its variables.', term: csvw('column') })
  variables!: Variable[];
}

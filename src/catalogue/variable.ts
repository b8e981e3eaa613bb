import { CatalogueRecord } from '../resource/catalogue-record';
import { Iri, Resource, Text, ToOne } from '../resource/decorators';
import { csvw } from '../vocabulary/namespaces';
import { DataTable } from './data-table';

/** A column of CSV on the Web. https://www.w3.org/TR/tabular-metadata/#columns */
@Resource({
  path: 'variables',
  term: csvw('Column'),
  about:
    'A variable, which is a column of a table: what it is called, what it means and which values it takes.',
})
export class Variable extends CatalogueRecord {
  @ToOne(() => DataTable, { about: 'The table whose column it is.', required: true })
  table!: DataTable;

  @Text({
    about: 'What the column is called in the table itself, such as age_group.',
    term: csvw('name'),
    required: true,
    filter: true,
    order: true,
    facet: true,
    search: 8,
  })
  columnName!: string;

  @Text({
    about:
      'Datatype of the values as CSV on the Web names it, such as string, integer, decimal, boolean or date; null where no source says.',
    term: csvw('datatype'),
    filter: true,
    order: true,
    facet: true,
  })
  datatype!: string | null;

  @Iri({
    about: 'What the variable means, as the IRI of a concept or property, such as one of LOINC or SNOMED CT.',
    term: csvw('propertyUrl'),
    filter: true,
    facet: true,
  })
  propertyUrl!: string | null;
}

/** Whether schema.org has a type for the instances of an RDF class. */
import { schema } from '../../vocabulary/namespaces';
import { rdfClasses } from '../../vocabulary/rdf-classes';
import { types } from './terms';

export function hasSchemaType(term: string): boolean {
  const classes = [term, ...(rdfClasses[term]?.also ?? [])];
  return classes.some((each) => each.startsWith(schema('')) || types.some(([known]) => known === each));
}

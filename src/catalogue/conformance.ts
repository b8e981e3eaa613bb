import { CatalogueLink } from '../resource/catalogue-link';
import { Link, From, To } from '../resource/decorators';
import { rdf } from '../vocabulary/namespaces';
import { Dataset } from './dataset';
import { Infrastructure } from './infrastructure';
import { Standard } from './standard';

@Link({
  path: 'conformances',
  term: rdf('Statement'),
  about: 'An infrastructure or dataset follows a standard.',
})
export class Conformance extends CatalogueLink {
  @From(() => [Infrastructure, Dataset], {
    about: 'What follows the standard.',
    term: rdf('subject'),
  })
  subject!: Infrastructure | Dataset;

  @To(() => [Standard], { about: 'The standard.', term: rdf('object') })
  standard!: Standard;
}

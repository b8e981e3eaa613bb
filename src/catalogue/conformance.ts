import { CatalogueLink } from '../resource/catalogue-link';
import { Link, From, To } from '../resource/decorators';
import { dct } from '../vocabulary/namespaces';
import { Dataset } from './dataset';
import { Infrastructure } from './infrastructure';
import { Standard } from './standard';

@Link({
  path: 'conformances',
  term: dct('conformsTo'),
  about: 'An infrastructure or dataset follows a standard.',
})
export class Conformance extends CatalogueLink {
  @From(() => [Infrastructure, Dataset], { about: 'What follows the standard.' })
  subject!: Infrastructure | Dataset;

  @To(() => [Standard], { about: 'The standard.' })
  standard!: Standard;
}

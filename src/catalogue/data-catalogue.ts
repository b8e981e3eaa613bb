import { CatalogueRecord } from '../resource/catalogue-record';
import { Iri, Resource, Terms, Texts, ToOne } from '../resource/decorators';
import { Country } from '../vocabulary/country';
import { Language } from '../vocabulary/language';
import { dcat, dcatap, dct, eli, foaf, skos, vcard } from '../vocabulary/namespaces';
import { ThemeTaxonomy } from '../vocabulary/theme-taxonomy';
import { Contact } from './contact';
import { Institution } from './institution';

/** The type `Catalogue` of the schema counts what this gateway holds; this record is what the catalogue says of itself. */
@Resource({
  path: 'catalogues',
  term: dcat('Catalog'),
  about:
    'A catalogue of datasets, such as the one that this gateway serves: who publishes it, under which licence, in which languages.',
})
export class DataCatalogue extends CatalogueRecord {
  @ToOne(() => Institution, {
    about: 'Who makes it available; null where nobody says so.',
    term: { predicate: dct('publisher'), class: foaf('Agent') },
  })
  publisher!: Institution | null;

  @ToOne(() => Contact, {
    about: 'Whom to ask about it.',
    term: { predicate: dcat('contactPoint'), class: vcard('Kind') },
  })
  contact!: Contact | null;

  @Iri({
    about: 'Licence of the descriptions in it; the data have licences of their own.',
    term: { predicate: dct('license'), class: dct('LicenseDocument') },
    filter: true,
  })
  licence!: string | null;

  @Texts({ about: 'Keywords.', term: dcat('keyword'), filter: true, search: 4 })
  keywords!: string[];

  @Terms(Language, {
    about: 'The languages of its texts.',
    term: { predicate: dct('language'), class: dct('LinguisticSystem') },
    filter: true,
  })
  languages!: Language[];

  @Terms(Country, {
    about: 'The countries that it covers.',
    term: { predicate: dct('spatial'), class: dct('Location') },
    filter: true,
  })
  countries!: Country[];

  @Terms(ThemeTaxonomy, {
    about: 'The vocabularies of its themes.',
    term: { predicate: dcat('themeTaxonomy'), class: skos('ConceptScheme') },
    filter: true,
  })
  themeTaxonomies!: ThemeTaxonomy[];

  @Texts({
    about: 'The legislation under which it is kept, as IRIs of the European Legislation Identifier.',
    address: 'iri',
    term: { predicate: dcatap('applicableLegislation'), class: eli('LegalResource') },
    filter: true,
  })
  legislation!: string[];
}

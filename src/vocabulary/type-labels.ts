/** What people call the classes of records, one and several of them. */
import type { Label } from './label';

/** The names of a class in a language. */
export interface ClassNames {
  readonly one: string;
  readonly many: string;
}

const names = (
  [de, deMany]: readonly [string, string],
  [en, enMany]: readonly [string, string],
): Label<ClassNames> => ({ de: { one: de, many: deMany }, en: { one: en, many: enMany } });

/** By the name of the type. */
export const typeLabels: Readonly<Record<string, Label<ClassNames>>> = {
  Award: names(['Förderung', 'Förderungen'], ['Award', 'Awards']),
  Conformance: names(['Standard-Nutzung', 'Standard-Nutzungen'], ['Conformance', 'Conformances']),
  Contact: names(['Kontaktstelle', 'Kontaktstellen'], ['Contact point', 'Contact points']),
  DataCatalogue: names(['Katalog', 'Kataloge'], ['Catalogue', 'Catalogues']),
  DataTable: names(['Datentabelle', 'Datentabellen'], ['Data table', 'Data tables']),
  Dataset: names(['Datensatz', 'Datensätze'], ['Dataset', 'Datasets']),
  Distribution: names(['Zugangsweg', 'Zugangswege'], ['Distribution', 'Distributions']),
  ExternalSource: names(
    ['Externe Quelle', 'Externe Quellen'],
    ['External network or source', 'External networks and sources'],
  ),
  FundingPeriod: names(['Förderperiode', 'Förderperioden'], ['Funding period', 'Funding periods']),
  Infrastructure: names(['Infrastruktur', 'Infrastrukturen'], ['Infrastructure', 'Infrastructures']),
  Institution: names(['Einrichtung', 'Einrichtungen'], ['Institution', 'Institutions']),
  Involvement: names(['Projektbeteiligung', 'Projektbeteiligungen'], ['Involvement', 'Involvements']),
  Participation: names(['Beteiligung', 'Beteiligungen'], ['Participation', 'Participations']),
  PolicyStatement: names(
    ['Grundsatzaussage', 'Grundsatzaussagen'],
    ['Policy statement', 'Policy statements'],
  ),
  Project: names(['Projekt', 'Projekte'], ['Project', 'Projects']),
  Provision: names(['Bereitstellung', 'Bereitstellungen'], ['Provision', 'Provisions']),
  Publication: names(['Veröffentlichung', 'Veröffentlichungen'], ['Publication', 'Publications']),
  Relation: names(['Beziehung', 'Beziehungen'], ['Relation', 'Relations']),
  ResearchCategory: names(
    ['Forschungskategorie', 'Forschungskategorien'],
    ['Research category', 'Research categories'],
  ),
  Service: names(['Dienst', 'Dienste'], ['Service', 'Services']),
  Software: names(['Software', 'Software'], ['Software', 'Software']),
  Source: names(['Quelle', 'Quellen'], ['Source', 'Sources']),
  Standard: names(['Standard', 'Standards'], ['Standard', 'Standards']),
  StrategicGoal: names(['Strategisches Ziel', 'Strategische Ziele'], ['Strategic goal', 'Strategic goals']),
  Usage: names(['Nutzung', 'Nutzungen'], ['Usage', 'Usages']),
  Variable: names(['Variable', 'Variablen'], ['Variable', 'Variables']),
};

/** What people call the controlled vocabularies, and in German what they classify. */
import type { Label } from '../label';

interface SchemeTitle {
  readonly title: Label;
  /** What its values classify, in German. */
  readonly about: string;
}

const scheme = (de: string, en: string, about: string): SchemeTitle => ({ title: { de, en }, about });

/** By the name of the vocabulary. */
export const schemeTitles: Readonly<Record<string, SchemeTitle>> = {
  AmountQualifier: scheme(
    'Genauigkeit eines Betrags',
    'Precision of an amount',
    'Wie eine Quelle einen Betrag einschränkt.',
  ),
  Completeness: scheme(
    'Vollständigkeit einer Liste',
    'Completeness of a list',
    'Ob eine Liste alles enthält, was es gibt, soweit Quellen es sagen.',
  ),
  Confidence: scheme(
    'Verlässlichkeit einer Aussage',
    'Confidence in a statement',
    'Wie weit man sich auf eine Aussage verlassen kann.',
  ),
  DataModality: scheme(
    'Datenart',
    'Kind of data',
    'Arten von Daten, die eine Infrastruktur hält oder zugänglich macht.',
  ),
  DatasetKind: scheme('Art des Datensatzes', 'Kind of dataset', 'Was für ein Datensatz es ist.'),
  DistributionContent: scheme(
    'Inhalt eines Zugangswegs',
    'Content of a distribution',
    'Was ein Zugangsweg anstelle der Daten seines Datensatzes bietet.',
  ),
  DistributionKind: scheme('Art des Zugangswegs', 'Kind of distribution', 'Wie man einen Datensatz bekommt.'),
  ExternalSourceKind: scheme(
    'Art der externen Quelle',
    'Kind of external source',
    'Was eine Quelle oder ein Netzwerk außerhalb des NUM ist.',
  ),
  GermanState: scheme('Bundesland', 'German state', 'Die deutschen Bundesländer.'),
  InstitutionKind: scheme('Art der Einrichtung', 'Kind of institution', 'Was eine Einrichtung ist.'),
  InvolvementRole: scheme(
    'Rolle in einem Projekt',
    'Role in a project',
    'Wie eine Einrichtung an einem Projekt beteiligt ist.',
  ),
  MetadataProfile: scheme(
    'Metadatenprofil',
    'Metadata profile',
    'Profile von Metadaten, die Kataloge und Einsammler von einem Eintrag verlangen.',
  ),
  ParticipationRole: scheme(
    'Rolle in einer Infrastruktur',
    'Role in an infrastructure',
    'Wie eine Einrichtung an einer Infrastruktur beteiligt ist.',
  ),
  PlacePrecision: scheme('Genauigkeit eines Orts', 'Precision of a place', 'Worauf eine Koordinate zeigt.'),
  PolicyStatementKind: scheme(
    'Art der Grundsatzaussage',
    'Kind of policy statement',
    'Was für eine Grundsatzaussage es ist.',
  ),
  ProvisionRole: scheme(
    'Rolle bei einer Bereitstellung',
    'Role in a provision',
    'In welcher Rolle etwas bereitgestellt wird; die Begriffe folgen DCAT-AP und PROV.',
  ),
  PublicationKind: scheme(
    'Art der Veröffentlichung',
    'Kind of publication',
    'Was für eine Veröffentlichung es ist; die Begriffe sind die der COAR Resource Types.',
  ),
  RelationRole: scheme(
    'Art der Beziehung',
    'Kind of relation',
    'Was der Eintrag, von dem eine Beziehung ausgeht (`from`), für den ist, zu dem sie führt (`to`).',
  ),
  ServicePhase: scheme(
    'Phase der Forschung',
    'Phase of research',
    'Welche Phase des Forschungsprozesses ein Dienst unterstützt.',
  ),
  ServiceStatus: scheme('Stand eines Dienstes', 'Status of a service', 'Ob man einen Dienst nutzen kann.'),
  StandardKind: scheme('Art des Standards', 'Kind of standard', 'Was ein Standard vereinheitlicht.'),
  ThemeTaxonomy: scheme(
    'Themenvokabular',
    'Vocabulary of themes',
    'Vokabulare der Themen, nach denen ein Katalog seine Datensätze ordnet.',
  ),
  UsageRole: scheme(
    'Nutzung einer Infrastruktur',
    'Use of an infrastructure',
    'Was ein Projekt mit einer Infrastruktur tut.',
  ),
};

/** In German, what the concepts mean by which records are described. */

/** By the name of the vocabulary and the code. */
export const meaningsInRecords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  InstitutionKind: {
    UNIVERSITY_MEDICAL_CENTRE:
      'Ein Universitätsklinikum oder die medizinische Fakultät einer Universität mit ihren Kliniken.',
    FUNDER: 'Wer das Netzwerk bezahlt.',
    MINISTRY: 'Ein Bundesministerium, das das Netzwerk mitsteuert, ohne es zu fördern.',
    PROJECT_MANAGEMENT_AGENCY: 'Wer die Förderung im Auftrag des Förderers verwaltet.',
    RESEARCH_ORGANISATION:
      'Eine Universität, ein Forschungszentrum oder Forschungsinstitut, das kein Universitätsklinikum ist.',
    SCIENTIFIC_SOCIETY: 'Eine Gesellschaft der Menschen eines medizinischen oder wissenschaftlichen Fachs.',
    COMPANY: 'Ein Unternehmen, das für das Netzwerk oder mit ihm arbeitet.',
    NETWORK: 'Ein Netzwerk oder Verbund von Einrichtungen.',
    CATALOGUE_OPERATOR: 'Wer einen Katalog pflegt und zugänglich macht, wie die, die diesen pflegen.',
    OTHER:
      'Eine Einrichtung, die nichts davon ist oder von der keine Quelle sagt, was sie ist, etwa weil ein eingesammeltes Dokument sie nur nennt.',
  },
  GermanState: {
    BADEN_WUERTTEMBERG: 'Code nach ISO 3166-2: DE-BW.',
    BAVARIA: 'Code nach ISO 3166-2: DE-BY.',
    BERLIN: 'Code nach ISO 3166-2: DE-BE.',
    BRANDENBURG: 'Code nach ISO 3166-2: DE-BB.',
    BREMEN: 'Code nach ISO 3166-2: DE-HB.',
    HAMBURG: 'Code nach ISO 3166-2: DE-HH.',
    HESSE: 'Code nach ISO 3166-2: DE-HE.',
    LOWER_SAXONY: 'Code nach ISO 3166-2: DE-NI.',
    MECKLENBURG_WESTERN_POMERANIA: 'Code nach ISO 3166-2: DE-MV.',
    NORTH_RHINE_WESTPHALIA: 'Code nach ISO 3166-2: DE-NW.',
    RHINELAND_PALATINATE: 'Code nach ISO 3166-2: DE-RP.',
    SAARLAND: 'Code nach ISO 3166-2: DE-SL.',
    SAXONY: 'Code nach ISO 3166-2: DE-SN.',
    SAXONY_ANHALT: 'Code nach ISO 3166-2: DE-ST.',
    SCHLESWIG_HOLSTEIN: 'Code nach ISO 3166-2: DE-SH.',
    THURINGIA: 'Code nach ISO 3166-2: DE-TH.',
  },
  PlacePrecision: {
    HOSPITAL: 'Der Punkt liegt am Krankenhaus.',
    CITY: 'Der Punkt ist der der Stadt.',
  },
  DataModality: {
    ROUTINE_CARE:
      'Was im Alltag der Versorgung dokumentiert wird, etwa Diagnosen, Medikation und Laborwerte.',
    EMERGENCY_CARE: 'Routinedaten der Notaufnahmen.',
    CLINICAL_STUDY:
      'Daten, die in klinischen und klinisch-epidemiologischen Studien prospektiv erhoben werden.',
    IMAGING: 'Radiologische Bilder mit Befunden und Annotationen.',
    BIOSIGNAL: 'Aufgezeichnete Biosignale.',
    BIOSAMPLE: 'Angaben zu Bioproben.',
    MOLECULAR: 'Molekulare Daten, an Bioproben gemessen.',
    PATHOGEN_GENOME: 'Genomsequenzen von Erregern mit epidemiologischen Daten.',
    AUTOPSY: 'Daten aus Obduktionen und Angaben zu Proben, die dabei entnommen wurden.',
  },
  AmountQualifier: {
    EXACT:
      'Die Quelle nennt diesen Betrag ohne ein einschränkendes Wort. Er kann gerundet sein, wie 3,8 Millionen es ist.',
    APPROXIMATE: 'Die Quelle sagt „ungefähr“, „rund“, „fast“ oder Ähnliches.',
    AT_LEAST: 'Die Quelle sagt „mindestens“ oder „mehr als“: Es kann mehr sein.',
    UP_TO: 'Die Quelle sagt „bis zu“ oder „höchstens“: Es kann weniger sein.',
  },
  MetadataProfile: {
    DCAT_AP: 'Das Anwendungsprofil der Europäischen Union für Kataloge von Daten.',
    HEALTHDCAT_AP:
      'Das Anwendungsprofil des Europäischen Gesundheitsdatenraums für Datensätze mit Gesundheitsdaten.',
    DCAT_AP_DE: 'Das deutsche Anwendungsprofil, wie GovData es verlangt.',
  },
  DatasetKind: {
    OPEN_DATA: 'Daten, die alle herunterladen können.',
    REGISTRY: 'Ein Register, das fortlaufend Fälle sammelt.',
    COHORT: 'Teilnehmende, die in einer Studie beobachtet werden.',
    CLINICAL_TRIAL: 'Die Daten einer Prüfung, die eine Behandlung erprobt.',
    SURVEY: 'Antworten von Menschen auf einen Fragebogen.',
    IMAGE_COLLECTION: 'Eine Sammlung medizinischer Bilder.',
    COLLECTION: 'Daten, Bilder oder Bioproben, die zusammen angeboten werden.',
    PLATFORM_DATA: 'Die Daten, die eine zentrale Plattform hält.',
    DATA_STANDARD: 'Eine Definition von Datenelementen, keine Daten von Patientinnen und Patienten.',
    REFERENCE_DATA: 'Codelisten und andere Referenzdaten.',
  },
  DistributionKind: {
    FILE: 'Dateien zum Herunterladen.',
    API: 'Eine Programmierschnittstelle.',
    ON_REQUEST: 'Ein Verfahren, in dem man Zugang beantragt.',
    WEB_PAGE: 'Eine Seite oder ein Portal, von wo der Weg weiterführt.',
  },
  DistributionContent: {
    SAMPLE: 'Ein kleiner Teil der Daten oder erfundene Daten derselben Form, zum Ausprobieren (adms:sample).',
    ANALYTICS: 'Was aus den Daten ermittelt wurde, etwa Zahlen und Diagramme (healthdcatap:analytics).',
  },
  ServicePhase: {
    PLAN: 'Eine Studie oder Datennutzung planen.',
    COLLECT: 'Daten und Bioproben erheben.',
    MANAGE: 'Daten verwalten, verknüpfen und speichern.',
    ANALYSE: 'Daten auswerten.',
    SHARE: 'Daten anderen zugänglich machen.',
  },
  ServiceStatus: {
    PLANNED: 'Er ist geplant oder wird eingerichtet.',
    IN_DEVELOPMENT: 'Er wird entwickelt.',
    PILOT: 'Er läuft zur Erprobung.',
    RUNNING: 'Man kann ihn nutzen.',
    ENDED: 'Er wird nicht mehr angeboten.',
  },
  StandardKind: {
    EXCHANGE_FORMAT: 'Wie Daten ausgetauscht oder gespeichert werden.',
    TERMINOLOGY: 'Codes und ihre Bedeutung.',
    QUERY_LANGUAGE: 'Wie eine Kohorte oder eine Frage an Daten aufgeschrieben wird.',
    DATA_MODEL: 'Welche Datenelemente erfasst werden.',
    SOFTWARE_FRAMEWORK: 'Ein gemeinsames Software-Rahmenwerk, das Systeme interoperabel macht.',
  },
  PublicationKind: {
    JOURNAL_ARTICLE: 'Ein Artikel in einer wissenschaftlichen Zeitschrift.',
    PREPRINT:
      'Ein Manuskript, das auf einem Preprint-Server öffentlich ist; es kann später in einer Zeitschrift erscheinen.',
  },
  ExternalSourceKind: {
    GERMAN_CENTRE_FOR_HEALTH_RESEARCH: 'Eines der Deutschen Zentren der Gesundheitsforschung (DZG).',
    FEDERAL_INSTITUTE: 'Ein Bundesinstitut, etwa das Robert Koch-Institut.',
    NFDI_CONSORTIUM: 'Ein Konsortium der Nationalen Forschungsdateninfrastruktur.',
    EUROPEAN_INFRASTRUCTURE: 'Eine europäische Forschungsinfrastruktur.',
    NETWORK: 'Ein Netzwerk, eine Initiative, ein Verein oder Bündnis.',
    DATA_PORTAL: 'Ein Portal, über das man Daten anfordern kann.',
    REGISTRY: 'Ein Register oder wer es betreibt.',
    REPORTING_SYSTEM: 'Ein System, mit dem Fälle oder Erreger einer Behörde gemeldet werden.',
    SEQUENCE_DATABASE: 'Eine öffentliche Datenbank oder ein Archiv von Sequenzen.',
    POPULATION_STUDY: 'Eine Studie in der allgemeinen Bevölkerung.',
    DATA_SPACE: 'Ein geregelter Raum zum Teilen von Daten.',
    OTHER: 'Eine Quelle, die nichts davon ist oder von der keine Quelle sagt, was sie ist.',
  },
  PolicyStatementKind: {
    VISION: 'Der künftige Zustand, den eine Organisation erreichen will.',
    MISSION: 'Was eine Organisation tut, und für wen, um ihrer Vision näher zu kommen.',
    PRINCIPLE:
      'Eine Eigenschaft, die in allem gelten soll, was getan wird, etwa Zusammenarbeit statt Wettbewerb.',
    TASK: 'Was eine Organisation zu tun übernimmt.',
    REQUIREMENT: 'Was noch fehlt und getan werden muss.',
    DRIVER: 'Ein Umstand, der der Grund zum Handeln war.',
    ASSESSMENT: 'Wie eine Organisation die Lage sieht.',
    OUTCOME: 'Was daraus geworden ist oder werden soll.',
  },
  ThemeTaxonomy: {
    EU_DATA_THEME: 'Die Liste der Datenthemen der EU, etwa Gesundheit.',
  },
};

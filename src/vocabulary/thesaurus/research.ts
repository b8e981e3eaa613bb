/** What research works with, and who does it. */
import { concept } from './concept';

export const research = [
  concept(
    'artificialintelligence',
    'Künstliche Intelligenz|KI|Maschinelles Lernen|KI-Verfahren',
    'artificial intelligence|AI|machine learning|deep learning',
    'mesh D001185',
  ),
  concept('biobank', 'Biobank|Bioprobenbank', 'biobank|biobanking|biorepository', 'mesh D018070'),
  concept(
    'biosample',
    'Bioprobe|Biomaterial|Biomaterialien|Blutprobe|Gewebeprobe',
    'biosample|biospecimen|biological sample|specimen',
  ),
  concept(
    'cohort',
    'Kohorte|Kohortenstudie|Längsschnittstudie',
    'cohort|cohort study|longitudinal study',
    'mesh D015331',
  ),
  concept(
    'registry',
    'Register|Patientenregister|Krankheitsregister',
    'registry|register|patient registry',
    'mesh D012042',
  ),
  concept(
    'clinicaltrial',
    'Klinische Studie|klinische Prüfung',
    'clinical study|clinical trial|trial',
    'mesh D002986',
  ),
  concept(
    'routinedata',
    'Routinedaten|Versorgungsdaten|Behandlungsdaten',
    'routine data|routine care data|real-world data|care data',
  ),
  concept(
    'healthrecord',
    'Patientenakte|elektronische Patientenakte|Krankenakte',
    'electronic health record|patient record|EHR',
    'mesh D057286',
  ),
  concept(
    'laboratoryvalue',
    'Laborwert|Laborbefund|Laborergebnis',
    'laboratory value|laboratory result|lab value|lab result',
  ),
  concept('medication', 'Medikation|Arzneimittel|Medikament', 'medication|drug|medicinal product'),
  concept(
    'genome',
    'Genom|Genomik|Genomsequenzierung|genomisch|Sequenzierung',
    'genome|genomics|genomic|genome sequencing|sequencing',
    'mesh D023281',
  ),
  concept('omics', 'Molekulare Daten|Omics|Proteomik', 'molecular data|omics|proteomics'),
  concept('surveillance', 'Surveillance|Überwachung von Krankheiten', 'surveillance|disease monitoring'),
  concept('epidemiology', 'Epidemiologie|epidemiologisch', 'epidemiology|epidemiological', 'mesh D004813'),
  concept(
    'publichealth',
    'Öffentliche Gesundheit|Öffentlicher Gesundheitsdienst|Gesundheitsamt|Public Health',
    'public health|public health service|health authority',
    'mesh D011634',
  ),
  concept('healthservices', 'Versorgungsforschung', 'health services research'),
  concept(
    'consent',
    'Einwilligung|Patienteneinwilligung|Broad Consent',
    'informed consent|consent|broad consent',
    'mesh D007258',
  ),
  concept('dataaccess', 'Datenzugang|Datennutzung|Datenzugriff', 'data access|data use|access to data'),
  concept('dataspace', 'Datenraum|Gesundheitsdatenraum', 'data space|health data space'),
  concept('interoperability', 'Interoperabilität|interoperabel', 'interoperability|interoperable'),
  concept('terminology', 'Terminologie|Kodiersystem|Codesystem', 'terminology|code system|coding system'),
  concept('funding', 'Förderung|Fördermittel|Finanzierung|Förderer', 'funding|grant|funder|financing'),
  concept(
    'dataintegrationcentre',
    'Datenintegrationszentrum|DIZ',
    'data integration centre|data integration center|DIC',
  ),
  concept(
    'universityhospital',
    'Universitätsklinikum|Uniklinik|Uniklinikum|Universitätsklinik|Hochschulklinikum',
    'university hospital|university medical centre|university medical center|academic medical centre|academic medical center|teaching hospital',
  ),
  concept(
    'researchministry',
    'Forschungsministerium|Bundesforschungsministerium|Bundesministerium für Forschung|Bundesministerium für Bildung und Forschung',
    'research ministry|ministry of research|ministry of education and research',
  ),
];

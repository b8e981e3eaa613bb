/** Recognises individuals, whose names, addresses and telephone numbers are not kept. Offices and functions are none. */
import { foaf, schema, vcard } from '../../vocabulary/namespaces';

const personClasses: ReadonlySet<string> = new Set([
  foaf('Person'),
  vcard('Individual'),
  schema('Person'),
  'http://www.w3.org/ns/prov#Person',
  'http://www.w3.org/ns/person#Person',
]);

/** Addresses that identify individuals. */
const ofPersons = /^https?:\/\/(?:www\.)?(?:orcid\.org\/|isni\.org\/person|viaf\.org\/viaf\/)/i;

/** Words in addresses and names of offices and functions, German and English. */
const office =
  /(?:^|[^a-zäöüß])(?:admin|administration|anfragen?|ansprechpartner|application|archiv|biobank|b(?:ü|ue)ro|cent(?:er|re)|contact|data|daten|datenschutz|department|desk|digital|dienst|direktion|dpo|epidemiolog|feedback|forschung|geschaeftsstelle|geschäftsstelle|help|hello|hilfe|hotline|info|information|institut|journal|klinik|kontakt|koordination|koordinierung|leitung|mail|media|medien|meldung|moderation|network|netzwerk|noreply|office|opendata|open|portal|post|poststelle|presse|press|privacy|projekt|project|redaktion|register|registry|research|secretariat|sekretariat|service|servicedesk|society|stab|stelle|studie|study|support|team|transfer|transferstelle|treuhand|trial|use|access|webmaster|zentrale?|zentrum|zugang)(?:$|[^a-zäöüß]|s(?:$|[^a-zäöüß]))/i;

const titles = /(?:^|\s)(?:dr|prof|dipl|priv|pd|herr|frau|mr|mrs|ms|phd|md)\b\.?/i;

/** Whether an address of e-mail is that of an individual: `erika.mustermann@`, `e.mustermann@`. */
export function isPersonalEmail(email: string): boolean {
  const [local = ''] = email.replace(/^mailto:/i, '').split('@');
  const words = local.toLowerCase().split(/[._]/);
  if (words.length < 2 || words.length > 4 || office.test(local) || office.test(words.join(' ')))
    return false;
  const areNames = words.every((word) => /^[a-zäöüßéèáàçñ]+(?:-[a-zäöüßéèáàçñ]+)*$/.test(word));
  return areNames && (words.at(-1)?.length ?? 0) > 2;
}

/** What a document says of someone. */
export interface Someone {
  readonly iri: string | null;
  readonly kinds: readonly string[];
  readonly names: readonly string[];
  readonly email: string | null;
}

/** Whether it is an individual. What is said to be an organisation is none, whoever reads its post. */
export function isPerson({ iri, kinds, names, email }: Someone): boolean {
  if (kinds.some((kind) => personClasses.has(kind))) return true;
  if (iri !== null && ofPersons.test(iri)) return true;
  if (names.some((name) => office.test(name))) return false;
  const isOrganisation = kinds.some((kind) => /(?:Organi[sz]ation|Group|Project|Service)$/.test(kind));
  if (isOrganisation) return false;
  if (names.some((name) => titles.test(name))) return true;
  return (
    email !== null &&
    isPersonalEmail(email) &&
    (names.length === 0 || names.some((name) => fits(name, email)))
  );
}

/** Whether a name is that in an address: `Erika Mustermann`, `erika.mustermann@`. */
function fits(name: string, email: string): boolean {
  const [local = ''] = email.toLowerCase().split('@');
  const words = folded(name)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  return words.some((word) => folded(local).includes(word));
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');

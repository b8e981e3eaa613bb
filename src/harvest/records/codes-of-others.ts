/** Concepts of other vocabularies that say the same as one of ours, and IRIs that name a concept by a code. */
import type { AccessRights } from '../../vocabulary/access-rights';
import type { Frequency } from '../../vocabulary/frequency';
import { codesOf, type ConceptScheme } from '../../vocabulary/concept-scheme';
import { Language } from '../../vocabulary/language';
import type { ProvisionRole } from '../../vocabulary/provision-role';

/** https://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole */
const roles: Readonly<Record<string, ProvisionRole>> = {
  author: 'CREATOR',
  custodian: 'CUSTODIAN',
  distributor: 'PROVIDER',
  originator: 'CREATOR',
  owner: 'RIGHTS_HOLDER',
  publisher: 'PUBLISHER',
  resourceProvider: 'PROVIDER',
};

/** As repositories state them: https://vocabularies.coar-repositories.org/access_rights/ and those of OpenAIRE. An embargo says nothing of what comes after it. */
const access: Readonly<Record<string, AccessRights>> = {
  c_abf2: 'PUBLIC',
  c_16ec: 'RESTRICTED',
  c_14cb: 'NON_PUBLIC',
  openAccess: 'PUBLIC',
  restrictedAccess: 'RESTRICTED',
  closedAccess: 'NON_PUBLIC',
};

/** https://www.dublincore.org/specifications/dublin-core/collection-description/frequency/ */
const frequencies: Readonly<Record<string, Frequency>> = {
  triennial: 'TRIENNIAL',
  biennial: 'BIENNIAL',
  annual: 'ANNUAL',
  semiannual: 'ANNUAL_2',
  threeTimesAYear: 'ANNUAL_3',
  quarterly: 'QUARTERLY',
  bimonthly: 'BIMONTHLY',
  monthly: 'MONTHLY',
  semimonthly: 'MONTHLY_2',
  threeTimesAMonth: 'MONTHLY_3',
  biweekly: 'BIWEEKLY',
  weekly: 'WEEKLY',
  semiweekly: 'WEEKLY_2',
  threeTimesAWeek: 'WEEKLY_3',
  daily: 'DAILY',
  continuous: 'CONT',
  irregular: 'IRREG',
};

/** By the name of our scheme: IRIs with the name of a concept at their end. */
const others: Readonly<
  Record<string, readonly (readonly [iris: RegExp, codes: Readonly<Record<string, string>>])[]>
> = {
  ProvisionRole: [[/\/ResponsiblePartyRole\/([A-Za-z]+)$/, roles]],
  AccessRights: [
    [/^https?:\/\/purl\.org\/coar\/access_right\/(c_[\da-f]+)$/, access],
    [/^(?:https?:\/\/purl\.org\/eu-repo\/semantics\/|info:eu-repo\/semantics\/)#?([a-zA-Z]+)$/, access],
  ],
  Frequency: [[/^https?:\/\/purl\.org\/cld\/freq\/([A-Za-z]+)$/, frequencies]],
};

/** Languages by their ISO codes, as libraries state them. */
const isoLanguage = /\/iso639-[123]\/([a-z]{2,3})$/;

/** The code of ours for what stands for a concept without being its IRI; null for what is not known. */
export function codeOfOthers(scheme: ConceptScheme, iri: string): string | null {
  for (const [iris, codes] of others[scheme.name] ?? []) {
    const code = codes[iris.exec(iri)?.[1] ?? ''];
    if (code !== undefined) return code;
  }
  if (scheme.name !== Language.name) return null;
  const code = isoLanguage.exec(iri)?.[1]?.toUpperCase() ?? '';
  if (code === '') return null;
  return (
    codesOf(scheme).find((each) => each === code || scheme.concepts[each]?.iri?.endsWith(`/${code}`)) ?? null
  );
}

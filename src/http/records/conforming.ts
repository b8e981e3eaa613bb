/** Whether a record has documents in a profile: what the profile demands is there, or the document is refused with what is missing. */
import type { Quad } from '@rdfjs/types';
import { schemaOrg } from '../../rdf/schema-org/profile';
import { conformity, type Finding } from '../../rdf/profiles/check';
import { applicationProfile, type NamedProfile } from '../../rdf/profiles/named-profile';
import type { LanguageTag } from '../../resource/text';
import { profileCode } from '../../vocabulary/metadata-profile';
import { counted } from '../../words';
import { Refusal } from '../errors';
import type { RepresentationRequest } from './representation';
import { hasSchemaType } from '../../rdf/schema-org/type-of';

const mostFindings = 20;

type Judged = Pick<RepresentationRequest, 'subject' | 'record'>;

/** Whether a record has documents in a profile that is not the default, as far as it is known without making one. */
export function hasDocuments({ subject, record }: Judged, profile: NamedProfile): boolean {
  const ready = record?.readyFor;
  const code = profileCode(profile.name);
  if (code !== null && Array.isArray(ready)) return ready.includes(code);
  if (profile === schemaOrg) return subject.kind !== 'record' || hasSchemaType(subject.description.term);
  return !applicationProfile(profile)?.settings.oneDatasetPerDocument;
}

/** Whether a document must meet the demands of its profile. The default is there for every record, as far as the record goes. */
const isBinding = ({ record }: Judged, profile: NamedProfile, usual: NamedProfile | undefined): boolean =>
  profile !== usual &&
  (applicationProfile(profile)?.settings.oneDatasetPerDocument === true ||
    (profileCode(profile.name) !== null && Array.isArray(record?.readyFor)));

/**
 * @param usual the default profile
 * @throws Refusal 406 with what the document lacks
 */
export function checkConforms(
  quads: readonly Quad[],
  request: Judged & Pick<RepresentationRequest, 'profile' | 'iri' | 'language'>,
  usual: NamedProfile | undefined,
): void {
  const profile = applicationProfile(request.profile);
  if (!profile || !isBinding(request, profile, usual)) return;
  const { conforms, level, findings } = conformity(quads, profile);
  if (conforms) return;
  const violations = findings.filter(({ severity }) => severity === 'violation');
  throw new Refusal(
    406,
    `${request.iri} has no form in the profile ${profile.name}: ${counted(violations.length, 'demand')} of it ${violations.length === 1 ? 'is' : 'are'} not met. Ask for it without "_profile", or see "findings" for the remedies.`,
    {
      code: 'NOT_IN_PROFILE',
      profile: profile.iri,
      level,
      findings: violations.slice(0, mostFindings).map((finding) => inLanguage(finding, request.language)),
    },
  );
}

const inLanguage = ({ focus, path, message, remedy }: Finding, language: LanguageTag) => ({
  focus: focus?.value ?? null,
  path,
  message: message[language],
  remedy: remedy[language],
});

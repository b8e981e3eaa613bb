/** Whether a document may leave in a profile: what a profile of single datasets demands is there, or the document is refused with what is missing. */
import type { Quad } from '@rdfjs/types';
import { conformity, type Finding } from '../../rdf/profiles/check';
import type { Profile } from '../../rdf/profiles/profile';
import type { LanguageTag } from '../../resource/text';
import { counted } from '../../words';
import { Refusal } from '../errors';

const mostFindings = 20;

/** @throws Refusal 406 with what the document lacks */
export function checkConforms(
  quads: readonly Quad[],
  profile: Profile | null,
  { iri, language }: { iri: string; language: LanguageTag },
): void {
  if (!profile?.settings.oneDatasetPerDocument) return;
  const { conforms, level, findings } = conformity(quads, profile);
  if (conforms) return;
  const violations = findings.filter(({ severity }) => severity === 'violation');
  throw new Refusal(
    406,
    `${iri} has no form in the profile ${profile.name}: ${counted(violations.length, 'demand')} of it are not met. Ask for it without "_profile", or see "findings" for the remedies.`,
    {
      code: 'NOT_IN_PROFILE',
      profile: profile.iri,
      level,
      findings: violations.slice(0, mostFindings).map((finding) => told(finding, language)),
    },
  );
}

const told = ({ focus, path, message, remedy }: Finding, language: LanguageTag) => ({
  focus: focus?.value ?? null,
  path,
  message: message[language],
  remedy: remedy[language],
});

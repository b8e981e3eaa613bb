/** Content negotiation at the address of a record or list: which representation, profile and language its request gets. */
import type { IncomingMessage } from 'node:http';
import { isApplicationProfile, type NamedProfile } from '../../rdf/profiles/named-profile';
import { languages, type LanguageTag } from '../../resource/text';
import { parameterIn, parametersOf } from '../address';
import { Refusal } from '../errors';
import { preferredLanguage } from '../language';
import type { Address } from './address';
import { accepted, named } from './choose';
import { pageIn, type Page } from './page-arguments';
import { requestedProfile } from './requested-profile';
import { notAcceptable, noSuchProfile } from './refusals';
import type { Representation } from './representation';

/** The representations and profiles that there are. The first profile is the default. */
export interface Offer {
  /** In the order of our preference. */
  readonly representations: readonly Representation[];
  readonly profiles: readonly NamedProfile[];
}

export interface Negotiated {
  readonly representation: Representation;
  /** Null for representations without profiles. */
  readonly profile: NamedProfile | null;
  readonly language: LanguageTag;
  readonly page: Page;
}

/** @throws Refusal 404 for an unknown suffix, 406 if there is no such representation, 400 for wrong parameters */
export function negotiate(
  request: IncomingMessage,
  address: Address,
  { representations, profiles, publicUrl }: Offer & { readonly publicUrl: () => string },
): Negotiated {
  const { headers, url = '' } = request;
  const parameters = parametersOf(url);
  const offered = representations.filter(({ of }) => of.includes(address.subject.kind));
  const parameter = parameterIn(parameters, '_profile');
  const requested = requestedProfile(
    { parameter, header: header(headers['accept-profile']), publicUrl: publicUrl() },
    profiles,
  );
  if (requested && 'unknown' in requested) throw noSuchProfile(requested.unknown, profiles);
  const format = address.extension ?? parameterIn(parameters, '_format');
  const general = offered.filter(({ only }) => only === undefined);
  // Documents of some forms follow profiles: who names one prefers these, and who names it in the address gets nothing else.
  const profiled = requested ? offered.filter((each) => follows(each, requested)) : general;
  const choices = parameter === undefined && requested ? [profiled, general] : [profiled];
  const choose = (among: readonly Representation[]) =>
    format === undefined ? accepted(headers.accept, among) : named(format, among);
  const representation = choices.map(choose).find((each) => each !== null);
  if (!representation) {
    if (address.extension !== null && !named(address.extension, offered)) throw noSuchSuffix(address);
    throw notAcceptable(address.path, choices.at(-1) ?? offered, request, parameter);
  }
  return {
    representation,
    profile: profileOf(representation, requested ?? null, profiles),
    language: requestedLanguage(address.language ?? parameterIn(parameters, 'lang'), request),
    page: pageIn(parameters),
  };
}

/** Whether there are documents of a form in a profile. */
export const follows = ({ isProfiled, only }: Representation, profile: NamedProfile): boolean =>
  isProfiled && (only === undefined ? isApplicationProfile(profile) : only === profile.name);

/** The profile that was requested; the default if the chosen form does not follow it. */
function profileOf(
  representation: Representation,
  requested: NamedProfile | null,
  [usual]: readonly NamedProfile[],
): NamedProfile | null {
  if (!representation.isProfiled) return null;
  return requested && follows(representation, requested) ? requested : (usual ?? null);
}

const header = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value;

/** The language that an address names, else the one that its client prefers. */
export function requestedLanguage(named: string | undefined, request: IncomingMessage): LanguageTag {
  const tag = named?.toLowerCase();
  return languages.find((language) => language === tag) ?? preferredLanguage(request);
}

const noSuchSuffix = ({ path, extension }: Address): Refusal =>
  new Refusal(
    404,
    `There is nothing at ${path}.${extension ?? ''}. ${path} lists its forms in the header "Link".`,
    {
      code: 'NOT_FOUND',
    },
  );

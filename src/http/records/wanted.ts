/** What a request for the address of a record or list wants: which representation, in which profile and language. */
import type { IncomingMessage } from 'node:http';
import type { Profile } from '../../rdf/profiles/profile';
import { languages, type LanguageTag } from '../../resource/text';
import { parameterIn, parametersOf } from '../address';
import { Refusal } from '../errors';
import { preferredLanguage } from '../language';
import type { Address } from './address';
import { accepted, named } from './choose';
import { pageAsked, type Page } from './page-asked';
import { profileAsked } from './profiles-asked';
import { notAcceptable, noSuchProfile } from './refusals';
import type { Representation } from './representation';

/** The representations and profiles that there are. The first profile is the default. */
export interface Offer {
  /** In the order of our preference. */
  readonly representations: readonly Representation[];
  readonly profiles: readonly Profile[];
}

export interface Wanted {
  readonly representation: Representation;
  /** Null for representations without profiles. */
  readonly profile: Profile | null;
  readonly language: LanguageTag;
  readonly page: Page;
}

/** @throws Refusal 404 for an unknown suffix, 406 if there is no such representation, 400 for wrong parameters */
export function wantedBy(
  request: IncomingMessage,
  address: Address,
  { representations, profiles }: Offer,
): Wanted {
  const { headers, url = '' } = request;
  const parameters = parametersOf(url);
  const offered = representations.filter(({ of }) => of.includes(address.subject.kind));
  const parameter = parameterIn(parameters, '_profile');
  const asked = profileAsked({ parameter, header: header(headers['accept-profile']) }, profiles);
  if (asked && 'unknown' in asked) throw noSuchProfile(asked.unknown, profiles);
  const format = address.extension ?? parameterIn(parameters, '_format');
  // A profile is one of RDF documents: who names one prefers them, and who names it in the address gets nothing else.
  const profiled = asked ? offered.filter(({ isProfiled }) => isProfiled) : offered;
  const choices = parameter === undefined && profiled !== offered ? [profiled, offered] : [profiled];
  const choose = (among: readonly Representation[]) =>
    format === undefined ? accepted(headers.accept, among) : named(format, among);
  const representation = choices.map(choose).find((each) => each !== null);
  if (!representation) {
    if (address.extension !== null && !named(address.extension, offered)) throw noSuchSuffix(address);
    throw notAcceptable(address.path, choices.at(-1) ?? offered, request);
  }
  return {
    representation,
    profile: representation.isProfiled ? (asked ?? profiles[0] ?? null) : null,
    language: languageAsked(parameterIn(parameters, 'lang'), request),
    page: pageAsked(parameters),
  };
}

const header = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value;

/** The language that an address names, else the one that its client prefers. */
export function languageAsked(named: string | undefined, request: IncomingMessage): LanguageTag {
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

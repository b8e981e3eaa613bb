/** The language of an answer, as the client prefers it. */
import type { Request, Response } from 'express';
import type { LanguageTag } from '../resource/text';

/** German or English, whichever the client prefers; English when it does not say or takes any. */
export const preferredLanguage = (request: Request): LanguageTag =>
  request.acceptsLanguages('en', 'de') === 'de' ? 'de' : 'en';

/** Says in which language the answer is, and that another client may get another. */
export const sayLanguage = (request: Request, response: Response): void =>
  void response.vary('Accept-Language').set('Content-Language', preferredLanguage(request));

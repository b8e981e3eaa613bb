/** The page of an error, in the frame of the pages of records. */
import type { Registry } from '../resource/registry';
import { errorPage } from '../web/pages/error-page';
import type { Form, Frame } from '../web/pages/site';
import type { ErrorAnswer } from './errors';
import type { ErrorPageOf } from './error-forms';
import { pageHeaders } from './page-headers';
import { requestedLanguage } from './records/negotiated';

interface PageOfErrorOptions {
  registry: Registry;
  frame: Frame;
  publicUrl: () => string;
  publicPath: string;
}

/** The representations that an error 406 offers. */
function formsIn({ extensions: { offered } }: ErrorAnswer, publicPath: string): Form[] {
  if (!Array.isArray(offered)) return [];
  return (offered as { type: string; address: string }[]).map(({ type, address }) => ({
    label: address,
    type,
    href: publicPath + address,
  }));
}

export const pageOfError =
  ({ registry, frame, publicUrl, publicPath }: PageOfErrorOptions): ErrorPageOf =>
  (answer, request) => {
    const { path, url } = request;
    // Wrong escapes may be the error, so they are read with leniency.
    const parameters = new URLSearchParams(url.split('?').slice(1).join('?'));
    const language = requestedLanguage(parameters.get('lang') ?? undefined, request);
    const site = {
      registry,
      language,
      isLanguageNamed: parameters.has('lang'),
      publicUrl: publicUrl(),
      publicPath,
      path,
      parameters,
      ...frame,
      forms: formsIn(answer, publicPath),
    };
    const { status, message } = answer;
    return {
      text: errorPage({ site, status, message }),
      headers: { ...pageHeaders, 'Content-Language': language },
    };
  };

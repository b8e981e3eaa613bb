/** `GET /profiles/{name}`: a profile as SHACL shapes, to which `dct:conformsTo` leads. */
import tagOf from 'etag';
import { Router } from 'express';
import { rdfFormats } from '../../rdf/formats';
import { shaclOf } from '../../rdf/profiles/as-shacl';
import type { Profile } from '../../rdf/profiles/profile';
import { cacheControlOfData } from '../cache-control';
import { Refusal } from '../errors';
import { onlyToRead } from '../methods';
import { accepted, named } from '../records/choose';
import { notAcceptable } from '../records/refusals';
import { sendAs } from '../send-as';

/** Without SHACL there is nothing to show of a profile that only arranges what others say. */
const hasShapes = ({ sets }: Profile): boolean => Object.keys(sets).length > 0;

export function profileAddresses(all: readonly Profile[], publicUrl: () => string): Router {
  const profiles = all.filter(hasShapes);
  const router = Router();
  router.all('/profiles/:file', onlyToRead);
  router.get('/profiles/:file', (request, response) => {
    const [, name = '', extension] = /^([a-z\d-]+?)(?:\.([a-z]+))?$/.exec(request.params.file) ?? [];
    const profile = profiles.find((each) => each.name === name);
    response.vary('Accept');
    if (!profile) throw noSuchProfile(request.params.file, profiles);
    const path = `/profiles/${name}`;
    const format =
      extension === undefined ? accepted(request.headers.accept, rdfFormats) : named(extension, rdfFormats);
    if (!format) throw notAcceptable(path, rdfFormats, request);
    const iri = publicUrl() + path;
    const text = format.text(shaclOf(profile, iri));
    response.set({
      'Cache-Control': cacheControlOfData(true),
      'Content-Location': `${iri}.${format.extension}`,
      ETag: tagOf(text, { weak: true }),
    });
    sendAs(response, format.contentType, text);
  });
  return router;
}

const noSuchProfile = (file: string, profiles: readonly Profile[]): Refusal =>
  new Refusal(
    404,
    `There is no profile ${JSON.stringify(file.slice(0, 60))}. There are ${profiles.map(({ name }) => name).join(', ')}.`,
    { code: 'NOT_FOUND' },
  );

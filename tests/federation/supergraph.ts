/** Composes neighbours to a supergraph, as their owner would do before he hands it to the gateway. */
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

export function supergraphOf(services: { name: string; url: string; sdl: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

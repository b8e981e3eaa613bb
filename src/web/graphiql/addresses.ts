// The URLs of the endpoint and the home page. The server writes the endpoint's URL into the page, because the gateway may be below a path.

const written = document.querySelector<HTMLMetaElement>('meta[name="endpoint"]')?.content ?? '/graphql';

/** The URL of the GraphQL endpoint, on our own origin. */
export const endpointAddress = new URL(written, location.href).href;

/** The URL of the home page. */
export const homeAddress = new URL('./', endpointAddress).href;

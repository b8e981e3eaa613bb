// Where the endpoint and the home page are: the server writes it into the page, as the gateway may stand below a path of a larger site.

const written = document.querySelector<HTMLMetaElement>('meta[name="endpoint"]')?.content ?? '/graphql';

/** The address of the GraphQL endpoint, on our own origin. */
export const endpointAddress = new URL(written, location.href).href;

/** The address of the home page. */
export const homeAddress = new URL('./', endpointAddress).href;

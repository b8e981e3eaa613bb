/** Sets NODE_ENV to production by default. graphql-js and express read it when they are loaded; otherwise graphql-js makes expensive checks. */
// eslint-disable-next-line no-restricted-properties -- libraries read it, which src/config/ cannot hand it to
process.env.NODE_ENV ??= 'production';

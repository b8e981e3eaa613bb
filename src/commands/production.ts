/** Where NODE_ENV is not set, it is production: graphql-js and express read it when they are loaded, and graphql-js checks each type that it meets otherwise. */
// eslint-disable-next-line no-restricted-properties -- libraries read it, which src/config/ cannot hand it to
process.env.NODE_ENV ??= 'production';

export const postgraphileQueries = {};

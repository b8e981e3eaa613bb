/** Addresses that lack their beginning: `www.example.org/data`. */

/** A name of a host, alone or with what follows; names of files look alike, but end otherwise. */
export const withoutScheme =
  /^(?![^/]*\.(?:csv|docx?|html?|json(?:ld)?|n[qt]|pdf|rdf|tsv|ttl|txt|xlsx?|xml|zip)$)(?:www\.)?[a-z\d](?:[\w-]*[a-z\d])?(?:\.[a-z\d][\w-]*)*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

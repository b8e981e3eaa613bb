/** Identifiers of publications beside the DOI: those of PubMed, PubMed Central and arXiv. */
import type { IdentifierRule } from './rule';

export const pmid: IdentifierRule = {
  takes: 'the id of an article in PubMed, such as 39934366',
  before:
    /^(?:pmid\s*:?\s*|(?:https?:)?(?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|pubmed\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?/i,
  spell: (bare) => bare,
  isRight: (spelt) => /^[1-9]\d{0,7}$/.test(spelt),
  addressOf: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
};

export const pmcid: IdentifierRule = {
  takes: 'the id of an article in PubMed Central, such as PMC9870206',
  before:
    /^(?:pmcid\s*:?\s*|(?:https?:)?(?:\/\/)?(?:www\.)?(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pmc)\/articles\/)?/i,
  spell: (bare) => (/^\d/.test(bare) ? `PMC${bare}` : bare.toUpperCase()),
  isRight: (spelt) => /^PMC[1-9]\d{0,8}$/.test(spelt),
  addressOf: (id) => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`,
};

/** An arXiv id names the manuscript, without the number of a version: https://info.arxiv.org/help/arxiv_identifier.html */
export const arxiv: IdentifierRule = {
  takes: 'the id of a manuscript on arXiv, such as 2606.16861 or hep-th/9901001',
  before: /^(?:arxiv\s*:\s*|(?:https?:)?(?:\/\/)?(?:www\.)?arxiv\.org\/(?:abs|pdf)\/)?/i,
  spell: (bare) =>
    bare
      .toLowerCase()
      .replace(/\.pdf$/, '')
      .replace(/v\d+$/, ''),
  isRight: (spelt) => /^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/.test(spelt),
  addressOf: (id) => `https://arxiv.org/abs/${id}`,
};

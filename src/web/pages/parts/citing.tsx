import { bibTex, inWords, ris, type Citation } from '../citation';
import { wordsOf, type Site } from '../site';

const Code = ({ name, text }: { name: string; text: string }) => (
  <details>
    <summary>{name}</summary>
    <pre tabIndex={0} aria-label={name}>
      {text}
    </pre>
  </details>
);

/** How to cite a record. */
export const Citing = ({ site, citation }: { site: Site; citation: Citation }) => (
  <section aria-labelledby="cite">
    <h2 id="cite">{wordsOf(site).cite}</h2>
    <p class="citation">{inWords(citation)}</p>
    <Code name="BibTeX" text={bibTex(citation)} />
    <Code name="RIS" text={ris(citation)} />
  </section>
);

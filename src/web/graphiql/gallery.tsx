// The gallery of examples in GraphiQL's sidebar.
import type { GraphiQLPlugin } from '@graphiql/react';
import { useState } from 'react';
import type { Example } from './examples';
import { found, grouped } from './groups';
import { tour } from './tour';
import { useExample, useOpenExample } from './use-example';
import { useLanguage } from './use-language';
import { words } from './words';

function Gallery() {
  const language = useLanguage();
  const [searched, search] = useState('');
  const say = words[language];
  const examples = found(tour, searched);

  return (
    <section className="gallery" lang={language} aria-labelledby="gallery-title">
      <h2 id="gallery-title">{say.examples}</h2>
      <p>{tour.length ? say.oneClick : say.noExamples}</p>
      <input
        type="search"
        value={searched}
        aria-label={say.searchExamples}
        placeholder={say.searchExamples}
        onChange={(event) => search(event.target.value)}
      />
      <p className="gallery-found" role="status">
        {searched.trim() && say.found(examples.length)}
      </p>
      {grouped(examples, language).map((group) => (
        <div key={group.name}>
          <h3>{group.name}</h3>
          <ol>
            {group.examples.map((example) => (
              <Entry key={example.key} example={example} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Entry({ example }: { example: Example }) {
  const language = useLanguage();
  const open = useExample();
  const isOpen = example === useOpenExample();
  return (
    <li>
      <button type="button" aria-current={isOpen ? 'true' : undefined} onClick={() => open(example)}>
        <span className="gallery-number">{tour.indexOf(example) + 1}</span>
        <span className="gallery-title">{example.title[language]}</span>
        <code>{example.operationName}</code>
      </button>
    </li>
  );
}

function GalleryIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M4.5 4.5h4.8v4.8H4.5zM4.5 14.7h4.8v4.8H4.5zM13.2 5.4h7M13.2 8.4h4.4M13.2 15.6h7M13.2 18.6h4.4" />
    </svg>
  );
}

export const gallery: GraphiQLPlugin = { title: 'Examples', icon: GalleryIcon, content: Gallery };

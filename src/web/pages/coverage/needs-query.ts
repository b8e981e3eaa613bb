/** The standards and services that can be required. */
import type { PageAnswers, PageQuestion } from '../site-page';
import type { Option } from '../parts/fields';

export const needs: PageQuestion = {
  name: 'needs',
  query: /* GraphQL */ `
    query WhatCanBeRequired {
      standards(orderBy: [{ field: NAME }], first: 60) {
        nodes {
          slug
          name
        }
      }
      services(orderBy: [{ field: NAME }], first: 60) {
        nodes {
          slug
          name
        }
      }
    }
  `,
  variables: {},
};

interface Named {
  readonly nodes: readonly { readonly slug: string; readonly name: string }[];
}

const optionsOf = (list: Named | null | undefined): Option[] =>
  (list?.nodes ?? []).map(({ slug, name }) => ({ value: slug, label: name }));

export function needsIn({ needs: answer }: PageAnswers) {
  const data = (answer?.data ?? {}) as { standards?: Named | null; services?: Named | null };
  return { standards: optionsOf(data.standards), services: optionsOf(data.services) };
}

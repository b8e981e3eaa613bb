/** Language tags that are none, or stand in the text. */
import { mendedTag } from '../language-tag';
import { changed, type Step, tagged } from './step';

export const languageTag: Step = (quad) => {
  const { object } = quad;
  if (object.termType !== 'Literal' || object.language === '') return null;
  const tag = mendedTag(object.language);
  return tag === null
    ? null
    : { id: 'language-tag', quad: changed(quad, { object: tagged(object.value, tag) }) };
};

/** An address of e-mail has no blank or full stop before its sign. */
const inText = /^(.*[\s.!?)])@(de|en|fr|it|es|nl|pl)\s*$/s;

export const languageTagInText: Step = (quad) => {
  const { object } = quad;
  if (object.termType !== 'Literal' || object.language !== '') return null;
  const [, text = '', tag = ''] = inText.exec(object.value) ?? [];
  return tag === '' || text.trim() === ''
    ? null
    : { id: 'language-tag-in-text', quad: changed(quad, { object: tagged(text.trimEnd(), tag) }) };
};

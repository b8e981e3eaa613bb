/** Texts in several languages, and the order that a reader expects. */
import fc from 'fast-check';
import { collationKey, inLanguage } from '../../src/resource/text';

const inOrder = (...names: string[]): string[] =>
  [...names].sort((one, other) => Buffer.compare(...([one, other].map(bytes) as [Buffer, Buffer])));
const bytes = (name: string): Buffer => Buffer.from(collationKey(name), 'utf8');

describe('the order of names', () => {
  it('takes an umlaut as its letter, as a German dictionary does, and ß as ss', () => {
    expect(inOrder('Ulm', 'Zürich', 'Übach', 'Göttingen', 'Gotha', 'Gießen', 'Giesen', 'Gieter')).toEqual([
      'Giesen',
      'Gießen',
      'Gieter',
      'Gotha',
      'Göttingen',
      'Übach',
      'Ulm',
      'Zürich',
    ]);
  });

  it('looks past capitals, hyphens and quotes', () => {
    expect(collationKey('AKTIN@NUM')).toBe(collationKey('aktin num'));
    expect(collationKey('„Use-Case“ PREPARED')).toBe('use case prepared');
    expect(collationKey('STRASSE')).toBe(collationKey('Straße'));
    expect(collationKey('GROẞ')).toBe(collationKey('groß'));
    expect(collationKey('Marke™')).toBe(collationKey('marketm'));
  });

  it('is the same whether accents are written with the letter or after it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(collationKey(text.normalize('NFD'))).toBe(collationKey(text.normalize('NFC')));
      }),
    );
  });

  it('does not depend on how often the key is made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(collationKey(collationKey(text))).toBe(collationKey(text));
      }),
    );
  });
});

describe('a text in a language', () => {
  it('is the one in the language asked for, where there is one', () => {
    expect(inLanguage({ en: 'network', de: 'Netzwerk' }, 'de')).toBe('Netzwerk');
    expect(inLanguage({ en: 'network', de: 'Netzwerk' }, 'en')).toBe('network');
  });

  it('falls back to the other of German and English, then to whatever exists', () => {
    expect(inLanguage({ fr: 'réseau', en: 'network' }, 'de')).toBe('network');
    expect(inLanguage({ fr: 'réseau', de: 'Netzwerk' }, 'en')).toBe('Netzwerk');
    expect(inLanguage({ fr: 'réseau' }, 'en')).toBe('réseau');
    expect(inLanguage({}, 'en')).toBeNull();
  });
});

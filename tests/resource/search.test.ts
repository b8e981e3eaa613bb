/** How texts are taken apart for the search: one form for every spelling, and the way back to the text. */
import fc from 'fast-check';
import { formsOf } from '../../src/resource/search/forms';
import { wholeOf, wordsOf } from '../../src/resource/search/words';

const words = (text: string): string[] => wordsOf(text).map(({ word }) => word);

describe('a word', () => {
  it.each([
    [['Universität', 'Universitaet', 'universitat', 'UNIVERSITÄT', 'Universita\u0308t'], 'universitat'],
    [['Köln', 'Koeln', 'koln'], 'koln'],
    [['Tübingen', 'Tuebingen', 'tubingen'], 'tubingen'],
    [['Straße', 'Strasse', 'STRASSE', 'STRAẞE'], 'strasse'],
    [['café', 'Cafe'], 'cafe'],
    [['ﬁrst', 'first'], 'first'],
  ])('%j is one word', (spellings, word) => {
    for (const spelling of spellings) expect(words(spelling)).toEqual([word]);
  });

  it.each(['neue', 'quelle', 'steuerung', 'frauen', 'dauer'])('%s keeps its ue', (word) => {
    expect(words(word)).toEqual([word]);
  });

  it('that signs hold together is found as its parts and as one', () => {
    expect(words('AKTIN@NUM im COVID-19-Netz')).toEqual([
      ...['aktin', 'num', 'aktinnum'],
      'im',
      ...['covid', '19', 'netz', 'covid19netz'],
    ]);
    expect(words('NATON 2.0')).toEqual(['naton', '2', '0', '20']);
  });

  it('has its stems in both languages and the parts in which compounds end', () => {
    const [word] = wordsOf('Notaufnahmen');
    expect(word && formsOf(word)).toEqual([
      { kind: 'word', form: 'notaufnahmen' },
      { kind: 'de', form: 'notaufnahm' },
      { kind: 'en', form: 'notaufnahmen' },
      ...['otaufnahmen', 'taufnahmen', 'aufnahmen', 'ufnahmen', 'fnahmen', 'nahmen', 'ahmen', 'hmen'].map(
        (form) => ({ kind: 'part', form }),
      ),
    ]);
  });

  it('of any text has letters and digits only, and its letters know where they come from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { word, start, end, folded } of wordsOf(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(folded.text).toBe(word);
          expect(folded.starts).toHaveLength(word.length);
          expect(folded.starts.every((place) => place >= start && place < end)).toBe(true);
          expect(folded.ends.every((place) => place > start && place <= end)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in capitals and small letters, and decomposed or not', () => {
    const german = fc.string({ unit: fc.constantFrom(...Array.from('aäoöuüßsnrtAÄÖÜ -.')) });
    fc.assert(
      fc.property(german, (text) => {
        expect(words(text.toLowerCase())).toEqual(words(text));
        expect(words(text.normalize('NFD'))).toEqual(words(text));
        const spelt = text.replace(/[äÄ]/g, 'ae').replace(/[öÖ]/g, 'oe').replace(/ß/g, 'ss');
        expect(words(spelt)).toEqual(words(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a whole text', () => {
  it('is known whatever signs stand between its words, unless it is long', () => {
    expect(wholeOf(wordsOf('AKTIN@NUM'))).toBe('aktinnum');
    expect(wholeOf(wordsOf(' aktin  num '))).toBe('aktinnum');
    expect(wholeOf(wordsOf('@'))).toBeNull();
    expect(
      wholeOf(wordsOf('eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn')),
    ).toBeNull();
  });
});

/** The one form of a text: whatever program wrote it, and whatever it put in that nobody sees. */
import fc from 'fast-check';
import { isIri, isWebAddress } from '../../src/resource/canonical/address';
import { parseUrl } from '../../src/url';
import { line, paragraphs, unusableIn, visible } from '../../src/resource/canonical/text';
import { collationKey } from '../../src/resource/text';
import { fold } from '../../src/resource/search/fold';

const forms = { visible, line, paragraphs };

/** Texts in which everything stands that the form is about. */
const seasoned = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        ...[
          '\u00AD',
          '\u200B',
          '\u200C',
          '\u200D',
          '\u2060',
          '\uFEFF',
          '\u200E',
          '\u202E',
          '\u2066',
          '\u034F',
        ],
        ...[' ', '\u00A0', '\u202F', '\u3000', '\t', '\n', '\r\n', '\r', '\u2028', 'a\u0308', '\u0308', 'Å'],
        ...['ن', 'क', '्', '\u{1F468}', '\uFE0F', '\u2695', 'ᄀ', 'ᅡ', '\u{E0067}', 'x', 'ß'],
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('a text in one line', () => {
  it.each([
    ['accents of their own', 'Universita\u0308tsklinikum Ko\u0308ln', 'Universitätsklinikum Köln'],
    ['letters that Unicode has twice', '\u212Bngstr\u00F6m', 'Ångström'],
    ['blanks at the ends', ' Köln ', 'Köln'],
    ['a blank that does not break, at the end', 'Köln\u00A0', 'Köln'],
    ['a blank of no width, at the end', 'Köln\u200B', 'Köln'],
    ['the mark of a file, at the beginning', '\uFEFFKöln', 'Köln'],
    ['an end of line that YAML left', 'Gepolstertes Haus\n', 'Gepolstertes Haus'],
    ['ends of lines and blanks within', 'Gepolstertes\r\n  Haus\tam\u00A0See', 'Gepolstertes Haus am See'],
    ['soft hyphens', 'Not\u00ADauf\u00ADnahme\u00ADregister', 'Notaufnahmeregister'],
    ['joiners and non-joiners within a Latin word', 'Auf\u200Clage Not\u200Daufnahme', 'Auflage Notaufnahme'],
    ['a word joiner and marks of direction', 'a\u2060b \u202Ec\u202C \u2066d\u2069\u200E\u200F', 'ab c d'],
    ['letters that are written in tags', 'x\u{E0041}\u{E0042}y', 'xy'],
  ])('has no %s', (_, written, form) => {
    expect(line(written)).toBe(form);
  });

  it.each([
    ['of Persian words', 'می\u200Cخواهم'],
    ['of Hindi conjuncts', 'क्\u200Dष'],
    ['of one emoji', '\u{1F468}\u200D\u2695\uFE0F'],
  ])('keeps the joiners %s', (_, written) => {
    expect(line(written)).toBe(written);
  });
});

describe('a text with paragraphs', () => {
  it('keeps them, with lines that end alike', () => {
    expect(paragraphs('\nEins.  \r\n\r\nZwei.\rDrei.\u2028 Vier.\u00A0\n')).toBe(
      'Eins.\n\nZwei.\nDrei.\n Vier.',
    );
  });
});

describe('the form of a text', () => {
  it.each(Object.entries(forms))('is the form of itself: %s', (_, form) => {
    fc.assert(
      fc.property(seasoned, (text) => {
        expect(form(form(text))).toBe(form(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(Object.entries(forms))('is the same in every form of Unicode: %s', (_, form) => {
    fc.assert(
      fc.property(seasoned, (text) => {
        expect(form(text.normalize('NFD'))).toBe(form(text.normalize('NFC')));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same where a letter before a joiner is written with its mark apart', () => {
    const text = '\u304C\u200C\u4E00';

    expect(line(text.normalize('NFD'))).toBe(line(text));
  });

  it('sorts and is searched as the text does, whatever nobody sees in it', () => {
    fc.assert(
      fc.property(seasoned, (text) => {
        expect(collationKey(line(text))).toBe(collationKey(text));
        expect(fold(visible(text)).text).toBe(fold(text).text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no time that grows faster than the text', () => {
    const long = `${' '.repeat(200_000)}x${'\u200C'.repeat(200_000)}x${'\n '.repeat(100_000)}ä`;
    expect(line(long)).toBe('x x ä'.replace('x x', 'xx'));
    expect(paragraphs(long).startsWith('xx\n')).toBe(true);
  });
});

describe('a text that nobody can have', () => {
  it.each([
    ['NUL', 'a\0b', 'U+0000'],
    ['a bell', '\u0007', 'U+0007'],
    ['an end of line of the second control characters', 'a\u0085', 'U+0085'],
    ['half a character', 'a\uD83Db', 'U+D83D'],
    ['what stands for a lost character', 'K\uFFFDln', 'U+FFFD'],
    ['what is no character', '\uFFFE', 'U+FFFE'],
    ['what is no character beyond the first plane', '\u{1FFFF}', 'U+1FFFF'],
  ])('has %s', (_, text, found) => {
    expect(unusableIn(text)).toBe(found);
  });

  it('is none that has tabs, ends of lines and all of Unicode', () => {
    expect(unusableIn('a\tb\r\nc Köln \u{1F468}\u200D\u2695\uFE0F')).toBeNull();
  });
});

describe('the address of something on the web', () => {
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://x.de',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://x.de/',
    'mailto:a@x.de',
    'https:x.de',
    'https:///x',
    'https://',
    'http://x.de/ y',
    'http://[::1/',
    'www.x.de',
    'see urn:oid:1.2.3',
    'urn:oid:1.2.3 and more',
    'urn:o:1.2.3',
    '',
  ])('is not %s', (text) => {
    expect(isWebAddress(text)).toBe(false);
    expect(isIri(text)).toBe(false);
  });

  it('is what begins with http:// or https://; an IRI may be a registered name too', () => {
    expect(['http://x.de', 'HTTPS://x.de/ä?b#c'].every(isWebAddress)).toBe(true);
    expect(['urn:oid:1.2.3', 'URN:isbn:978-3-16-148410-0', 'urn:example-names:x'].every(isIri)).toBe(true);
    expect(isWebAddress('urn:oid:1.2.3')).toBe(false);
  });

  it('stays one however many addresses were looked at before it (URL.canParse of Node 20 and 22 forgets)', () => {
    for (let each = 0; each < 20_000; each += 1) isWebAddress(`https://host-${each}.example/`);

    expect(isWebAddress('https://köln.example/')).toBe(true);
    expect(parseUrl('https://köln.example/')?.host).toBe('xn--kln-sna.example');
  });
});

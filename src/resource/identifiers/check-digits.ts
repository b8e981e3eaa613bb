/** Check digits of identifiers. */

/** ISO/IEC 7064 MOD 11-2 for ISNI and ORCID. The check digit is `0` to `9` or `X`. */
export function isMod11(digits: string): boolean {
  let sum = 0;
  for (const digit of digits.slice(0, -1)) sum = ((sum + Number(digit)) * 2) % 11;
  return '0123456789X'.charAt((12 - sum) % 11) === digits.slice(-1);
}

/** Crockford's base 32, which lacks `i`, `l`, `o` and `u`. */
const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/** The two check digits of a ROR id: ISO/IEC 7064 MOD 97-10 of a number in base 32, https://ror.readme.io/docs/identifier */
export function isMod97(id: string): boolean {
  let number = 0;
  for (const digit of id.slice(0, -2)) number = number * 32 + crockford.indexOf(digit);
  return 98 - ((number * 100) % 97) === Number(id.slice(-2));
}

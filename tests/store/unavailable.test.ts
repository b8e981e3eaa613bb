/** Which failures of a database pass by themselves: clients are told to come back, and a start waits. */
import { Unavailable } from '../../src/errors';
import { asUnavailable, isUnavailability } from '../../src/store/reading/unavailable';

const failure = (code: string, message = 'it failed'): Error => Object.assign(new Error(message), { code });

const passing = ['SQLITE_BUSY', 'SQLITE_IOERR', 'SQLITE_FULL', 'ECONNREFUSED', '53300', '57P01', '08006'];
const lasting = ['SQLITE_ERROR', 'SQLITE_CONSTRAINT', '42P01', '57014', '28P01'];
const damage = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

describe('A failure of the database', () => {
  it.each(passing)('%s passes: whoever reads is told to come back, whoever starts waits', (code) => {
    expect(asUnavailable(failure(code))).toBeInstanceOf(Unavailable);
    expect(isUnavailability(failure(code))).toBe(true);
    expect(isUnavailability(new Error('as TypeORM wraps it', { cause: failure(code) }))).toBe(true);
  });

  it.each(lasting)('%s stays what it is: the same would be answered again', (code) => {
    const error = failure(code);

    expect(asUnavailable(error)).toBe(error);
    expect(isUnavailability(error)).toBe(false);
  });

  it.each(damage)('%s is told to readers as unavailable, but a start does not wait for a repair', (code) => {
    expect(asUnavailable(failure(code))).toBeInstanceOf(Unavailable);
    expect(isUnavailability(failure(code))).toBe(false);
  });
});

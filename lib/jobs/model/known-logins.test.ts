import { describe, expect, it } from 'vitest';
import { accountOf, displayNameOf, type KnownLogin, relation, withLogin } from './known-logins';

const login = (name: string, account?: string, called?: string): KnownLogin => ({
  login: name,
  ...(account && { account }),
  ...(called && { name: called }),
  at: 1,
});
const LOGINS = [
  login('first', 'id-lin', 'Lin'),
  login('second', 'id-mia', 'Mia'),
  login('third', 'id-lin', 'Lin K.'),
  login('silent'),
];
/** Every way to name the account: by any login of it, or by its own name. */
const LIN = ['first', 'third', 'id-lin'];
const MIA = ['second', 'id-mia'];

describe('relation', () => {
  it('is the same however the account is named', () => {
    for (const owner of LIN) expect(relation(LOGINS, owner, 'first')).toBe('same');
    expect(relation(LOGINS, 'silent', 'silent')).toBe('same');
    expect(relation([], 'first', 'first')).toBe('same');
  });

  it('is other only where both accounts are known', () => {
    for (const owner of MIA) {
      expect(relation(LOGINS, owner, 'first')).toBe('other');
      expect(relation(LOGINS, owner, 'silent')).toBe('unproven');
      expect(relation([login('first', 'id-lin')], 'id-mia', 'first')).toBe('other');
    }
    expect(relation(LOGINS, 'silent', 'first')).toBe('unproven');
    expect(relation([], 'first', 'second')).toBe('unproven');
    expect(relation(LOGINS, undefined, 'first')).toBe('unproven');
  });
});

it('the name is the latest that the account was called', () => {
  for (const name of LIN) expect(displayNameOf(LOGINS, name)).toBe('Lin K.');
  expect(displayNameOf(LOGINS, 'silent')).toBeUndefined();
  expect(displayNameOf(LOGINS, 'nobody')).toBeUndefined();
});

it('remembers the latest forty logins, each once', () => {
  let logins: KnownLogin[] = [];
  for (let at = 0; at < 200; at += 1) {
    logins = withLogin(logins, login(`login-${at}`, 'id-lin'));
    logins = withLogin(logins, login('daily', 'id-mia'));
  }
  expect(logins).toHaveLength(40);
  expect(new Set(logins.map((each) => each.login)).size).toBe(40);
  expect(accountOf(logins, 'daily')).toBe('id-mia');
  expect(accountOf(logins, 'login-199')).toBe('id-lin');
  expect(accountOf(logins, 'login-0')).toBe('login-0');
});

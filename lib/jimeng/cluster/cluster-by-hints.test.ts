import { expect, it } from 'vitest';
import { SITES } from '../model/sites';
import { clusterByHints } from './cluster-by-hints';

it.each([
  [{}, ['dreamina-sg', 'dreamina-us']],
  [{ idc: 'useast5' }, ['dreamina-us', 'dreamina-sg']],
  [{ idc: 'uswest2' }, ['dreamina-us', 'dreamina-sg']],
  [{ idc: 'USEAST8' }, ['dreamina-us', 'dreamina-sg']],
  [{ idc: 'alisg' }, ['dreamina-sg', 'dreamina-us']],
  [{ idc: 'sg1' }, ['dreamina-sg', 'dreamina-us']],
  [{ idc: 'my' }, ['dreamina-sg', 'dreamina-us']],
  [{ country: 'us' }, ['dreamina-us', 'dreamina-sg']],
  [{ country: 'US' }, ['dreamina-us', 'dreamina-sg']],
  [{ country: 'jp' }, ['dreamina-sg', 'dreamina-us']],
  // `store-idc` comes first.
  [{ idc: 'useast5', country: 'jp' }, ['dreamina-us', 'dreamina-sg']],
  [{ idc: 'alisg', country: 'us' }, ['dreamina-sg', 'dreamina-us']],
  // No known value.
  [{ idc: 'eu-ttp', country: 'us' }, ['dreamina-us', 'dreamina-sg']],
  [{ idc: '', country: 'usa' }, ['dreamina-sg', 'dreamina-us']],
  [{ idc: 'x useast', country: '<b>' }, ['dreamina-sg', 'dreamina-us']],
])('%o: %o', (hints, ids) => {
  expect(clusterByHints(SITES.dreamina, hints).map(({ id }) => id)).toEqual(ids);
});

it('has one answer for a site with one cluster', () => {
  const found = clusterByHints(SITES.jimeng, { idc: 'useast5', country: 'us' });
  expect(found.map(({ id }) => id)).toEqual(['jimeng']);
});

import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSimulator } from '@/simulator/simulator';
import { createJimeng } from '../client';
import { createSiteClient } from '../cluster/site-client';
import { CHECK_STEPS, type CheckResult } from '../model/check';
import { perSite, SITES, type SiteId } from '../model/sites';
import { versionsOf } from '../model/versions';
import { runCheck } from './check';
import { makeReport, reportText } from './report';

function checkOf(cluster: SiteId, isSignedIn = true) {
  const simulator = createSimulator();
  simulator.browser.signIn('session-d', 'account-d', { site: 'dreamina', cluster });
  if (!isSignedIn) simulator.endSession();
  const result = runCheck({
    site: 'dreamina',
    fetch: simulator.fetch,
    now: Date.now,
    uuid: randomUUID,
    client: (waysAt) =>
      createSiteClient({
        clusters: SITES.dreamina,
        client: (site) =>
          createJimeng({
            ...waysAt({ site: site.name, cluster: site.id }),
            ...{ site, now: Date.now, uuid: randomUUID, sleep: async () => {} },
          }),
        login: async () => 'login',
        hints: async () => ({}),
        memory: { read: async () => undefined, write: async () => {} },
      }),
    cookie: async () => 'present',
    headerRules: async () => ({ origin: true, referer: true }),
    onChange: () => {},
  });
  return { simulator, result };
}

it.each(['dreamina-sg', 'dreamina-us'] as const)(
  'finds everything good at %s, names it, and orders nothing',
  async (cluster) => {
    const { simulator, result } = checkOf(cluster);
    const check = await result;
    expect(check.lines.map(({ step, state, code }) => [step, code ?? state])).toEqual(
      CHECK_STEPS.map((step) => [step, 'good']),
    );
    expect(check.cluster).toBe(cluster);
    expect(simulator.submissions).toEqual([]);
    expect(simulator.violations).toEqual([]);
    const report = makeReport({
      ...{ version: '0.1.0', userAgent: '', versions: perSite(versionsOf) },
      ...{ check, recording: [], now: Date.now() },
    });
    expect(report).toMatchObject({ sites: ['dreamina'], site: 'dreamina', cluster });
    // The chooser may have asked the other cluster first.
    const asked = report.check?.exchanges.map((exchange) => exchange.cluster) ?? [];
    expect(asked.at(-1)).toBe(cluster);
    expect(report.check?.exchanges.every(({ site }) => site === 'dreamina')).toBe(true);
    const text = reportText(report);
    for (const secret of simulator.secrets) expect(text).not.toContain(secret);
    expect(text).not.toContain('session-d');
  },
);

it('names no cluster if none knows the session', async () => {
  const check = await checkOf('dreamina-us', false).result;
  const read = check.lines.find(({ step }) => step === 'read');
  expect(read).toMatchObject({ state: 'bad', code: 'signed-out' });
  expect(check.cluster).toBeUndefined();
});

it('reports no cluster that is none of the site', () => {
  const facts = { version: '0.1.0', userAgent: '', recording: [], now: Date.now() };
  const check: CheckResult = { state: 'done', at: 0, site: 'dreamina', lines: [], exchanges: [] };
  const report = (cluster: string) =>
    makeReport({
      ...{ ...facts, versions: perSite(versionsOf) },
      check: { ...check, cluster: cluster as SiteId },
    });
  expect(report('dreamina-us')).toMatchObject({ site: 'dreamina', cluster: 'dreamina-us' });
  expect(report('session-1').cluster).toBeNull();
  expect(report('jimeng').cluster).toBeNull();
});

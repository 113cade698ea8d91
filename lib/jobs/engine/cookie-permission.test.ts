import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConsentNeeded, PermissionNeeded } from '@/lib/sources/errors';
import type { ImageOrigin } from '@/lib/sources/origin';
import { waitsFor } from '@/tests/support/job-facts';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { Job } from '../model/job';

const HOST = 'members.example';
const PATTERN = `https://${HOST}/*`;

let world: JobWorld;
/** What each read was told to be allowed. */
let allowed: (string[] | undefined)[];

beforeEach(async () => {
  world = await createJobWorld();
  allowed = [];
});
afterEach(() => world.close());

const allowedIn = (origin: ImageOrigin) =>
  origin.kind === 'page' ? origin.allowedHosts : undefined;
/** The host of the pictures wants what `isForCookies` says, until the row has it. */
function wants(isForCookies: boolean): void {
  const read = world.acquire;
  world.acquire = async (origin) => {
    allowed.push(allowedIn(origin));
    const hasAccess = isForCookies || world.granted.has(PATTERN);
    if (hasAccess && allowedIn(origin)?.includes(HOST)) return read(origin);
    throw new PermissionNeeded(PATTERN, HOST, isForCookies);
  };
}

it('a host that is allowed while a row waits for it is allowed in that row alone', async () => {
  wants(false);
  const first = await world.add();
  await world.until(first.id, waitsFor('permission'));
  world.granted.add(PATTERN);
  await world.commands.resumeWaiting();
  expect((await world.untilEnded(first.id)).stage).toBe('done');
  expect(allowed.at(-1)).toEqual([HOST]);
  await world.add({ picture: 'b.png' });
  await world.settle();
  expect(allowed.at(-1)).toBeUndefined();
});

it('cookies are allowed by the button of the row, and by nothing that happens elsewhere', async () => {
  wants(true);
  world.granted.add(PATTERN);
  const { id } = await world.add();
  const waiting = await world.until(id, waitsFor('permission'));
  expect(waiting.waiting).toMatchObject({ host: HOST, isForCookies: true });
  await world.commands.resumeWaiting();
  await world.restartBrowser();
  await world.pass(60 * 60_000);
  expect(waitsFor('permission')((await world.store.get(id)) as Job)).toBe(true);
  expect(allowed).toEqual([undefined]);
  await world.commands.retry(id);
  expect((await world.untilEnded(id)).stage).toBe('done');
  expect(allowed).toEqual([undefined, [HOST]]);
});

it('a picture that needs cookies waits for the consent, and is read with it', async () => {
  const read = world.acquire;
  world.hasConsent = false;
  world.acquire = async (origin) => {
    if (world.hasConsent) return read(origin);
    throw new ConsentNeeded();
  };
  const { id } = await world.add();
  expect((await world.until(id, waitsFor('consent'))).stage).toBe('queued');
  world.hasConsent = true;
  await world.commands.resumeWaiting();
  expect((await world.untilEnded(id)).stage).toBe('done');
  expect(world.simulator.submissions).toHaveLength(1);
});

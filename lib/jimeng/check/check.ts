import type { Jimeng } from '../client';
import { type CheckLine, type CheckResult, type CheckStep, waitingLines } from '../model/check';
import { JimengError, type JimengErrorCode } from '../model/errors';
import type { Exchange, ExchangePlace } from '../model/exchange';
import type { SiteName } from '../model/sites';
import type { UploadSend } from '../upload/put';
import type { PageChannel } from '../wire/page-channel';
import { type Recorder, recordingFetch, recordingSend } from '../wire/recorder';
import { drawTestPicture } from './test-picture';
import { type Phase, phaseOf, UPLOAD_PHASES } from './upload-phase';

/** Answers after which the client sends nothing more. */
const RISKS: readonly JimengErrorCode[] = ['risk-control', 'account-restricted'];

/** Longest wait for the description of the last answers, ms. */
const DESCRIBED_MS = 2_000;

/** How a client sends its requests. */
export interface Ways {
  fetch: typeof globalThis.fetch;
  /** Sends uploads where `fetch` does not. */
  send?: UploadSend;
  /** Sends orders where the person has chosen that way. */
  page?: PageChannel;
}

/** The ways to send requests to a place; each client gets those of its own. */
export type WaysAt = (at: ExchangePlace) => Ways;

/** What the check needs. */
export interface CheckDeps extends Omit<Ways, 'page'> {
  site: SiteName;
  /** Unix ms. */
  now: () => number;
  uuid: () => string;
  /** Makes a client of its own: what the check caches is used by no order. */
  client: (waysAt: WaysAt) => Pick<Jimeng, 'confirm' | 'current' | 'credits' | 'upload' | 'lookUp'>;
  /** Whether the browser holds the session cookie. */
  cookie: () => Promise<'present' | 'missing' | 'no-access'>;
  /** Whether the rules that set these headers are in force for the service's host. */
  headerRules: () => Promise<{ origin: boolean; referer: boolean }>;
  /** Called whenever a line changes. */
  onChange: (result: CheckResult) => void;
  /** Ends the check: the person withdrew the consent. */
  signal?: AbortSignal;
}

/**
 * Runs every step of an order that is free, in order, with the client that orders use. A failed step stops
 * only those that need it; an answer about risk stops all that follow. Orders nothing.
 *
 * @throws never: what goes wrong is in the lines
 */
export async function runCheck(deps: CheckDeps): Promise<CheckResult> {
  const { now, signal } = deps;
  const exchanges: Exchange[] = [];
  let onSent: ((exchange: Exchange) => void) | undefined;
  const describing: Promise<void>[] = [];
  const recorder: Omit<Recorder, 'at'> = {
    now,
    begin: () => {
      const described = Promise.withResolvers<void>();
      describing.push(described.promise);
      return {
        sent: (exchange) => onSent?.(exchange),
        done: (exchange) => {
          exchanges.push(exchange);
          described.resolve();
        },
      };
    },
  };
  const client = deps.client((at) => ({
    fetch: recordingFetch({ fetch: deps.fetch, ...recorder, at }),
    ...(deps.send && { send: recordingSend(deps.send, { ...recorder, at }) }),
  }));
  const result: CheckResult = {
    state: 'running',
    at: now(),
    site: deps.site,
    lines: waitingLines(),
    exchanges,
  };
  let isStopped = false;

  function publish(): void {
    deps.onChange(copyOf(result));
  }

  function set(step: CheckStep, change: Partial<CheckLine>): void {
    result.lines = result.lines.map((line) => (line.step === step ? { ...line, ...change } : line));
    publish();
  }

  const codeAt = (step: CheckStep) => result.lines.find((line) => line.step === step)?.code;

  /** Runs a step; resolves with whether it went well. */
  async function step(name: CheckStep, work: () => Promise<Partial<CheckLine> | undefined>) {
    if (isStopped || signal?.aborted) {
      set(name, { state: 'skipped', code: 'stopped' });
      return false;
    }
    set(name, { state: 'running' });
    const startedAt = now();
    try {
      const found = await work();
      set(name, { state: 'good', ms: now() - startedAt, ...found });
    } catch (error) {
      fail(name, error, now() - startedAt);
    }
    return result.lines.some((line) => line.step === name && line.state === 'good');
  }

  function fail(name: CheckStep, error: unknown, ms: number): void {
    const line = lineOfError(error);
    if (RISKS.some((risk) => risk === line.code)) isStopped = true;
    set(name, { state: 'bad', ms, ...line });
  }

  function skip(...names: CheckStep[]): void {
    const code = isStopped || signal?.aborted ? 'stopped' : 'needs-earlier';
    for (const name of names) set(name, { state: 'skipped', code });
  }

  publish();
  const cookie = await deps.cookie().catch(() => 'missing' as const);
  set(
    'cookie',
    cookie === 'present'
      ? { state: 'good' }
      : { state: 'bad', code: cookie === 'missing' ? 'cookie-missing' : 'no-access' },
  );
  if (cookie === 'no-access') {
    skip('read', 'balance', ...UPLOAD_PHASES, 'look-up');
  } else {
    // Also without a cookie: the browser may attach one under a name that is not known here.
    await step('read', readCluster);
    if (codeAt('read') === 'signed-out') {
      skip('balance', ...UPLOAD_PHASES, 'look-up');
    } else {
      await step('balance', async () => void (await client.credits(options(signal))));
      await upload();
      await step('look-up', lookUpNothing);
    }
  }
  await sentFacts(cookie === 'present');
  // The descriptions of the last answers come a moment after the answers.
  await Promise.race([Promise.all(describing), new Promise((go) => setTimeout(go, DESCRIBED_MS))]);
  result.state = 'done';
  publish();
  return copyOf(result);

  async function readCluster(): Promise<undefined> {
    await client.confirm(options(signal));
    await noteCluster();
  }

  /** Costs no request: the cluster is known after a read. A later read may have changed it. */
  async function noteCluster(): Promise<void> {
    result.cluster = await client.current(options(signal));
  }

  async function lookUpNothing(): Promise<Partial<CheckLine> | undefined> {
    const id = deps.uuid();
    await noteCluster();
    const siteId = result.cluster;
    const reports = await client.lookUp([id], { ...options(signal), ...(siteId && { siteId }) });
    return reports.get(id)?.state === 'absent' ? undefined : { state: 'bad', code: 'unexpected' };
  }

  /** One upload; its requests tell which of the four steps it has reached. */
  async function upload(): Promise<void> {
    if (isStopped || signal?.aborted) {
      skip(...UPLOAD_PHASES);
      return;
    }
    let current = 'token' as Phase;
    let startedAt = now();
    set('token', { state: 'running' });
    const reach = (next: Phase) => {
      const [from, to] = [UPLOAD_PHASES.indexOf(current), UPLOAD_PHASES.indexOf(next)];
      // A repeated earlier request, for a new key, belongs to the step that needs it.
      if (to <= from) return;
      for (const passed of UPLOAD_PHASES.slice(from, to)) {
        set(passed, { state: 'good', ...(passed === current && { ms: now() - startedAt }) });
      }
      current = next;
      startedAt = now();
      set(next, { state: 'running' });
    };
    onSent = (exchange) => {
      const phase = phaseOf(exchange);
      if (phase) reach(phase);
    };
    try {
      await client.upload(await drawTestPicture(), options(signal));
      reach('commit');
      set('commit', { state: 'good', ms: now() - startedAt });
    } catch (error) {
      // The answer named only hosts that may not be reached: nothing was sent there.
      const isHost = error instanceof JimengError && error.code === 'host-not-allowed';
      if (isHost && current === 'apply') reach('put');
      fail(current, error, now() - startedAt);
      skip(...UPLOAD_PHASES.slice(UPLOAD_PHASES.indexOf(current) + 1));
    } finally {
      onSent = undefined;
    }
  }

  async function sentFacts(hasCookie: boolean): Promise<void> {
    const rules = await deps.headerRules().catch(() => ({ origin: false, referer: false }));
    const read = result.lines.find((line) => line.step === 'read');
    const isRefused = read?.code === 'signed-out';
    const cookies = read?.state === 'good' ? true : isRefused && hasCookie ? false : undefined;
    const isRuled = rules.origin && rules.referer;
    set('sent', {
      state: !isRuled || cookies === false ? 'bad' : cookies ? 'good' : 'skipped',
      ...(!isRuled && { code: 'rule-missing' }),
      sent: { ...rules, ...(cookies !== undefined && { cookies }) },
    });
  }
}

const options = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

const copyOf = (result: CheckResult): CheckResult => ({
  ...result,
  exchanges: [...result.exchanges],
});

function lineOfError(error: unknown): Partial<CheckLine> {
  if (!(error instanceof JimengError)) return { code: 'stopped' };
  const { ret, failCode, httpStatus, missing, host } = error.detail;
  return {
    code: error.code,
    ...(ret !== undefined && { ret }),
    ...(failCode !== undefined && { failCode }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(missing !== undefined && { missing }),
    ...(host !== undefined && { host }),
  };
}

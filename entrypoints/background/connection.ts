import { headerRulesFor } from '@/lib/browser/access/header-rules';
import type { BrowserSession } from '@/lib/browser/access/session';
import { type ConnectionState, connectionChannel } from '@/lib/browser/connection';
import { report } from '@/lib/browser/report';
import { consent } from '@/lib/browser/storage/consent';
import { lastCheck } from '@/lib/browser/storage/recording';
import { readVersions } from '@/lib/browser/storage/version-overrides';
import { type CheckDeps, runCheck, type WaysAt } from '@/lib/jimeng/check/check';
import { makeReport, reportText } from '@/lib/jimeng/check/report';
import { safeExchanges, safeLine } from '@/lib/jimeng/check/safe-exchange';
import type { Jimeng } from '@/lib/jimeng/client';
import type { CheckResult } from '@/lib/jimeng/model/check';
import { readPerSite, SITE_IDS, SITE_NAMES, SITES, type SiteName } from '@/lib/jimeng/model/sites';
import type { Recording } from './recording';

/** What the connection check needs from the background. */
export interface ConnectionDeps extends Pick<CheckDeps, 'fetch' | 'send'> {
  client: (site: SiteName, waysAt: WaysAt) => Jimeng;
  session: (site: SiteName) => Promise<BrowserSession>;
  recording: Recording;
  /** Version of the extension. */
  version: string;
}

/** The connection check of this worker, with its report. */
export interface Connection {
  /** Starts the check of a site, unless one runs. Resolves with false without consent: then nothing is sent. */
  start(site: SiteName): Promise<boolean>;
  state(): Promise<ConnectionState>;
  /** Tells the pages what is known now. */
  publish(): void;
  report(): Promise<string>;
  /** Ends a running check. */
  stop(): void;
}

/** Creates the check. It runs in the worker, so it goes on when the page that started it closes. */
export function createConnection(deps: ConnectionDeps): Connection {
  const { recording } = deps;
  const channel = connectionChannel();
  let result: CheckResult | undefined;
  let stopping: AbortController | undefined;

  let restoring: Promise<void> | undefined;

  /** Reads the check of an earlier worker, once it is asked for: most workers never are. */
  function restored(): Promise<void> {
    restoring ??= lastCheck
      .read()
      .then((stored) => {
        result ??= checkFrom(stored);
      })
      .catch(report);
    return restoring;
  }

  function current(): ConnectionState {
    const until = recording.until();
    return {
      check: result?.state ?? 'none',
      lines: result?.lines ?? [],
      ...(until !== undefined && { recordingUntil: until }),
      recorded: recording.exchanges().length,
    };
  }

  const publish = () => void restored().then(() => channel.publish(current()));

  async function run(site: SiteName, controller: AbortController): Promise<void> {
    const finished = await runCheck({
      site,
      fetch: deps.fetch,
      ...(deps.send && { send: deps.send }),
      client: (waysAt) => deps.client(site, waysAt),
      now: Date.now,
      uuid: () => crypto.randomUUID(),
      cookie: async () => COOKIE[(await deps.session(site)).state],
      headerRules: () => headerRulesFor(SITES[site][0]),
      onChange: (changed) => {
        result = changed;
        publish();
      },
      signal: controller.signal,
    });
    stopping = undefined;
    await lastCheck.write(finished);
  }

  return {
    async start(site) {
      if ((await consent.read()) === undefined) return false;
      await restored();
      if (stopping) return true;
      stopping = new AbortController();
      run(site, stopping).catch(report);
      return true;
    },
    async state() {
      await Promise.all([restored(), recording.ready]);
      return current();
    },
    publish,
    async report() {
      await Promise.all([restored(), recording.ready]);
      return reportText(
        makeReport({
          version: deps.version,
          userAgent: navigator.userAgent,
          versions: await readPerSite(readVersions),
          check: result,
          recording: recording.exchanges(),
          now: Date.now(),
        }),
      );
    },
    stop: () => stopping?.abort(),
  };
}

const COOKIE = {
  'signed-in': 'present',
  'signed-out': 'missing',
  'no-access': 'no-access',
} as const satisfies Record<BrowserSession['state'], string>;

/** A check of an earlier worker, made of a stored value. */
function checkFrom(stored: unknown): CheckResult | undefined {
  if (typeof stored !== 'object' || stored === null || !('lines' in stored)) return undefined;
  const { lines, exchanges, site, cluster } = stored as Partial<CheckResult>;
  const known = SITE_IDS.find((id) => id === cluster);
  if (!Array.isArray(lines)) return undefined;
  return {
    state: 'done',
    at: 0,
    site: SITE_NAMES.find((name) => name === site) ?? SITE_NAMES[0],
    ...(known && { cluster: known }),
    lines: lines.flatMap(safeLine),
    exchanges: safeExchanges(exchanges),
  };
}

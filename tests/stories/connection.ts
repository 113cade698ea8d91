/** States of the connection section and of the versions. */
import type { OptionsAdvancedProps } from '@/components/options/advanced';
import type { OptionsConnectionProps } from '@/components/options/connection-view';
import { CHECK_STEPS, type CheckLine, type CheckStep } from '@/lib/jimeng/model/check';
import { NOW } from './jobs';

const log = (name: string) => () => console.log(name);

type Failures = Partial<Record<CheckStep, Omit<CheckLine, 'step' | 'state'>>>;

/** Lines of a check in which these steps failed. */
export function checkLines(failed: Failures = {}, skipped: readonly CheckStep[] = []): CheckLine[] {
  return CHECK_STEPS.map((step, at): CheckLine => {
    if (skipped.includes(step)) return { step, state: 'skipped', code: 'needs-earlier' };
    const failure = failed[step];
    const base = step === 'cookie' || step === 'sent' ? {} : { ms: 140 + 87 * at };
    const sent = { origin: true, referer: true, cookies: true };
    if (failure) return { step, state: 'bad', ...base, ...failure };
    return { step, state: 'good', ...base, ...(step === 'sent' && { sent }) };
  });
}

/** The section before the first check, with the given parts changed. */
export function sampleConnection(
  parts: Partial<OptionsConnectionProps> = {},
): OptionsConnectionProps {
  return {
    check: 'none',
    lines: [],
    recorded: 0,
    isAgreed: true,
    test: 'none',
    actions: {
      check: log('check'),
      record: log('record'),
      sendTest: log('sendTest'),
      copyReport: async () => true,
      saveReport: log('saveReport'),
    },
    ...parts,
  };
}

/** The versions, with the given ones overridden. */
export function sampleAdvanced(
  overrides: OptionsAdvancedProps['overrides'] = {},
): OptionsAdvancedProps {
  return {
    site: 'jimeng',
    overrides,
    actions: { override: log('override'), dropOverrides: log('dropOverrides') },
  };
}

/** Every step failing once. */
export const ALL_BAD: OptionsConnectionProps = sampleConnection({
  check: 'done',
  recorded: 38,
  recordingUntil: NOW + 400_000,
  lines: checkLines({
    cookie: { code: 'cookie-missing' },
    read: { code: 'outdated', ret: '3018', failCode: '1017' },
    balance: { code: 'system-busy', ret: '1014' },
    token: { code: 'bad-response', missing: 'data.secret_access_key is null' },
    apply: { code: 'http-refused', httpStatus: 403 },
    put: { code: 'host-not-allowed', host: 'tos-my216-share.vodupload.com' },
    commit: { code: 'upload-refused', ret: '100004', httpStatus: 400 },
    'look-up': { code: 'timeout' },
    sent: { code: 'rule-missing', sent: { origin: false, referer: false, cookies: false } },
  }),
});

export const ALL_GOOD: OptionsConnectionProps = sampleConnection({
  check: 'done',
  lines: checkLines(),
  testCost: 1,
});

/** While it runs. */
export const RUNNING_CHECK: OptionsConnectionProps = sampleConnection({
  check: 'running',
  lines: checkLines().map(
    (line, at): CheckLine =>
      at < 5 ? line : { step: line.step, state: at === 5 ? 'running' : 'waiting' },
  ),
});

/** After an answer about risk. */
export const STOPPED_CHECK: OptionsConnectionProps = sampleConnection({
  check: 'done',
  test: 'sent',
  recorded: 12,
  lines: checkLines({ balance: { code: 'risk-control', ret: '1019' } }).map(
    (line, at): CheckLine =>
      at > 2 && line.step !== 'sent'
        ? { step: line.step, state: 'skipped', code: 'stopped' }
        : line,
  ),
});

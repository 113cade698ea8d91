// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type ConnectionState, connectionChannel } from '@/lib/browser/connection';
import { waitingLines } from '@/lib/jimeng/model/check';
import { connectConnection } from './connection';

const sent = vi.hoisted(() => vi.fn<(name: string, data?: unknown) => unknown>());
vi.mock('@/lib/browser/messages', () => ({
  sendMessage: async (name: string, data?: unknown) => sent(name, data),
}));

let answers: Record<string, unknown>;

beforeEach(() => {
  fakeBrowser.reset();
  const state: ConnectionState = { check: 'none', lines: [], recorded: 0 };
  answers = {
    connection: state,
    costs: { '2k': { credits: 1, at: 1 } },
    connectionReport: '{"kind":"x"}',
  };
  sent.mockReset().mockImplementation((name) => answers[name]);
});

async function connected() {
  const connection = connectConnection();
  await vi.waitFor(() => expect(connection.live.value).toBeDefined());
  return connection;
}

it('shows what the background knows, and what a test image costs', async () => {
  const { live } = await connected();
  expect(live.value).toMatchObject({ check: 'none', testCost: 1, isAgreed: false, test: 'none' });
});

it('is shown also when the costs cannot be read', async () => {
  sent.mockImplementation((name) => {
    if (name === 'costs') throw new Error('no database');
    return answers[name];
  });
  expect((await connected()).live.value?.testCost).toBeUndefined();
});

it('follows the check and the recording', async () => {
  const { live } = await connected();
  const channel = connectionChannel();
  channel.publish({ check: 'running', lines: waitingLines(), recorded: 3, recordingUntil: 9 });
  await vi.waitFor(() => expect(live.value?.recordingUntil).toBe(9));
  channel.publish({ check: 'done', lines: waitingLines(), recorded: 4 });
  await vi.waitFor(() => expect(live.value?.check).toBe('done'));
  expect(live.value).not.toHaveProperty('recordingUntil');
  expect(live.value).toMatchObject({ recorded: 4, testCost: 1 });
});

it('sends what the person presses', async () => {
  const { actions } = await connected();
  actions.check();
  actions.record(true);
  actions.record(false);
  await vi.waitFor(() => expect(sent).toHaveBeenCalledWith('record', 'off'));
  expect(sent).toHaveBeenCalledWith('checkConnection', undefined);
  expect(sent).toHaveBeenCalledWith('record', 'on');
});

it('copies the report, or says that it cannot', async () => {
  const { actions } = await connected();
  const write = vi.fn(async () => {});
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: write } });
  expect(await actions.copyReport()).toBe(true);
  expect(write).toHaveBeenCalledWith('{"kind":"x"}');
  write.mockRejectedValue(new Error('not focused'));
  expect(await actions.copyReport()).toBe(false);
});

it('keeps what the background tells while older things are read', async () => {
  const { live } = await connected();
  let answer = (_: unknown) => {};
  sent.mockImplementation((name) =>
    name === 'costs' ? new Promise((resolve) => (answer = resolve)) : answers[name],
  );
  answers.connection = { check: 'running', lines: waitingLines(), recorded: 1 };
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(sent).toHaveBeenLastCalledWith('costs', undefined));
  connectionChannel().publish({ check: 'done', lines: waitingLines(), recorded: 2 });
  await vi.waitFor(() => expect(live.value?.check).toBe('done'));
  answer({ '2k': { credits: 7, at: 1 } });
  await vi.waitFor(() => expect(live.value?.testCost).toBe(7));
  expect(live.value).toMatchObject({ check: 'done', recorded: 2 });
});

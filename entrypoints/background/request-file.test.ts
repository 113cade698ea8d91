import { expect, it } from 'vitest';
import type { FileRequest } from '@/lib/browser/document-requests';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/browser/storage/settings';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { createFileRequester } from './request-file';

const JOB = sampleJob({ ...ENDED.done, id: 'a' });

async function make(
  settings: Partial<Settings>,
  made = { path: 'a.png', isCopy: false },
  purpose?: 'zip',
  batch?: FileRequest['batch'],
  place?: string,
) {
  const requests: FileRequest[] = [];
  let numbers = 41;
  const requester = createFileRequester(
    {
      async makeFile(request) {
        requests.push(request);
        return made;
      },
      nameZip: async ({ folder, at, name = '' }) => `${folder} at ${at}${name}`,
    },
    {
      settings: async () => ({ ...DEFAULT_SETTINGS, ...settings }),
      batchOf: async () => batch,
      async nextNumber() {
        numbers += 1;
        return numbers;
      },
    },
  );
  const file = await requester.makeFile(JOB, 'png', purpose, place);
  return { file, request: requests[0], numbers, requester };
}

it('says what the person wants of the file, and nothing else of the settings', async () => {
  const { request } = await make({ format: 'webp', quality: 0.8, isNoteOn: true, folder: 'Boats' });
  const wish = { format: 'webp', quality: 0.8, isNoteOn: true, folder: 'Boats' };
  const { nameTemplate } = DEFAULT_SETTINGS;
  expect(request).toEqual({ job: JOB, type: 'png', wish: { ...wish, nameTemplate } });
});

it.each([
  [{ nameTemplate: '{counter}' }, 42, 42],
  [{ folder: '{counter}' }, 42, 42],
  [{ nameTemplate: '{name}' }, undefined, 41],
])('takes a number only if the name mentions one: %o', async (settings, counter, taken) => {
  const { request, numbers } = await make(settings);
  expect([request?.counter, numbers]).toEqual([counter, taken]);
});

it('leads to the result itself, and carries the rule for files of the same name', async () => {
  const { file } = await make({ conflict: 'overwrite' });
  expect(file).toEqual({ blobKey: 'a/result', path: 'a.png', conflict: 'overwrite' });
});

it('leads to the copy where there is one, and says what could not be done', async () => {
  const made = { path: 'a.webp', isCopy: true, shortfall: 'note' } as const;
  const { file } = await make({}, made);
  expect(file).toEqual({
    blobKey: 'a/copy',
    path: 'a.webp',
    conflict: 'number',
    shortfall: 'note',
  });
});

it('keeps the folders from the first field on inside a ZIP, and the others for the ZIP itself', async () => {
  const folder = 'Boats/{host}/big';
  const made = { path: 'x/big/a.webp', isCopy: true };
  const { file, request, requester } = await make({ folder }, made, 'zip');
  expect(request).toMatchObject({ purpose: 'zip', wish: { folder: '{host}/big' } });
  expect(file).toEqual({ blobKey: 'a/zip-copy', path: 'x/big/a.webp', conflict: 'number' });
  expect((await requester.zipPath(7)).path).toBe('Boats at 7');
});

it('passes on the place that a file has in a ZIP, which takes no number, and the name of that', async () => {
  const settings = { nameTemplate: '{counter}', folder: 'Boats/{folder}' };
  const { request, numbers, requester } = await make(
    settings,
    undefined,
    'zip',
    undefined,
    'a/1.png',
  );
  expect(request).toMatchObject({ purpose: 'zip', place: 'a/1.png' });
  expect(numbers).toBe(41);
  expect((await requester.zipPath(7, ', Vol. 1')).path).toBe('Boats at 7, Vol. 1');
});

it('names the batch of a row', async () => {
  const batch = { name: 'Chapter 1', index: 6, count: 40 };
  const { request } = await make({}, undefined, undefined, batch);
  expect(request?.batch).toEqual(batch);
});

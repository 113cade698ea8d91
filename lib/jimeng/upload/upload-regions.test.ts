import { describe, expect, it } from 'vitest';
import { ADDRESS, refused, run } from '@/tests/support/upload-run';

const REGIONS = ['ap-singapore-1', 'ap-southeast-1'] as const;

/** The region that a call was signed for. */
const regionOf = (request: Request) =>
  /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.get('authorization') ?? '')?.[1];

const accepting = (region: string) => (request: Request) =>
  regionOf(request) === region
    ? { Result: { UploadAddress: ADDRESS } }
    : refused('SignatureDoesNotMatch');

describe('a region that ImageX does not accept', () => {
  it('leads to the next one after a fresh key, and the upload goes on with it', async () => {
    const { outcome, requests, tokens, dropped, preferred } = await run({
      regions: REGIONS,
      apply: accepting('ap-southeast-1'),
    });
    expect(outcome).toMatchObject({ uri: expect.any(String) });
    const applied = requests.filter(({ method }) => method === 'GET').map(regionOf);
    expect(applied).toEqual(['ap-singapore-1', 'ap-singapore-1', 'ap-southeast-1']);
    expect(preferred).toEqual(['ap-southeast-1']);
    expect(dropped).toHaveLength(1);
    // One to apply, a fresh one, one to commit.
    expect(tokens).toBe(3);
  });

  it('is the refusal once every region was tried', async () => {
    const { outcome, requests, preferred } = await run({
      regions: REGIONS,
      apply: () => refused('SignatureDoesNotMatch'),
    });
    expect(outcome).toMatchObject({ code: 'upload-refused' });
    expect(requests.map(regionOf)).toEqual(['ap-singapore-1', ...REGIONS]);
    expect(preferred).toEqual([]);
  });

  it('does not follow from another error', async () => {
    const { outcome, requests } = await run({
      regions: REGIONS,
      apply: () => refused('InternalFailure'),
    });
    expect(outcome).toMatchObject({ code: 'upload-refused' });
    expect(requests).toHaveLength(1);
  });
});

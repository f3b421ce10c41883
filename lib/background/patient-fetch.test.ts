import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPatientFetch } from './patient-fetch.ts';

const api = 'https://huggingface.co/api/models/a/b';
const file = 'https://huggingface.co/a/b/resolve/main/.eval_results/x.yaml';

beforeEach(() => fakeBrowser.reset());

/** A Hub that answers 429 with the header recorded in hub-contract.md section 8. */
const tired = () =>
  vi.fn<typeof fetch>(async () => new Response('', { status: 429, headers: { ratelimit: '"api";r=0;t=168' } }));

describe('waiting as told', () => {
  it('passes answers on', async () => {
    const real = vi.fn<typeof fetch>(async () => new Response('hello'));
    const init = { credentials: 'include' } as const;
    const answer = await createPatientFetch(real, () => 0)(api, init);
    expect(await answer.text()).toBe('hello');
    expect(real).toHaveBeenCalledWith(api, init);
  });

  it('asks no more before the time is over, in this worker and in the next', async () => {
    let time = 1_000_000;
    const real = tired();
    const patient = createPatientFetch(real, () => time);
    expect((await patient(api)).status).toBe(429);
    time += 100_000;
    for (const again of [patient, createPatientFetch(real, () => time)]) {
      const answer = await again(api);
      expect(answer.status).toBe(429);
      // 169 s in all, 100 have passed; the reader of the header adds the second that the Hub asks for.
      expect(answer.headers.get('retry-after')).toBe('68');
    }
    expect(real).toHaveBeenCalledTimes(1);
    time += 69_001;
    await patient(api);
    expect(real).toHaveBeenCalledTimes(2);
  });

  it('keeps the quotas of files and of the API apart', async () => {
    const real = tired();
    const patient = createPatientFetch(real, () => 0);
    await patient(api);
    await patient(new Request(file));
    expect(real).toHaveBeenCalledTimes(2);
  });
});

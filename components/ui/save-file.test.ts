// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { saveFile } from './save-file.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('gives a file of this name and type, and lets go of its text only when the download has begun', async () => {
  vi.useFakeTimers();
  const made: Blob[] = [];
  const revoke = vi.fn();
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`, revokeObjectURL: revoke });
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(`${this.download} ${this.href}`);
  });
  saveFile({ name: 'a.json', type: 'application/json', text: '{"字": 1}' });
  expect(clicked).toEqual(['a.json blob:1']);
  expect(made[0]?.type).toBe('application/json');
  expect(made[0]?.size).toBe(new TextEncoder().encode('{"字": 1}').length);
  vi.advanceTimersByTime(1000);
  expect(revoke).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(revoke).toHaveBeenCalledWith('blob:1');
});

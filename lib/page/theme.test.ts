// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { followTheme } from './theme.ts';

const settled = () => new Promise((done) => setTimeout(done));

it('tells the theme now, at each change, and nothing else', async () => {
  const tell = vi.fn();
  document.documentElement.className = 'js dark';
  const stop = followTheme(document, tell);
  expect(tell.mock.calls).toEqual([['dark']]);

  document.documentElement.classList.add('other');
  await settled();
  expect(tell).toHaveBeenCalledTimes(1);

  document.documentElement.classList.remove('dark');
  await settled();
  expect(tell.mock.calls).toEqual([['dark'], ['light']]);

  stop();
  document.documentElement.classList.add('dark');
  await settled();
  expect(tell).toHaveBeenCalledTimes(2);
});

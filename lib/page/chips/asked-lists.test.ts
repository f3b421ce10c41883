import { expect, it } from 'vitest';
import { createAskedLists } from './asked-lists.ts';

it('asks for each list once, and for one that failed again after a while', () => {
  let time = 1_000;
  const lists = createAskedLists(() => time);
  expect(lists.mayAsk('glm')).toBe(true);
  expect(lists.mayAsk('qwen')).toBe(true);
  lists.answered('qwen');
  time += 29_000;
  expect([lists.mayAsk('glm'), lists.mayAsk('qwen')]).toEqual([false, false]);
  time += 1_000;
  expect([lists.mayAsk('glm'), lists.mayAsk('qwen')]).toEqual([true, false]);
  expect(lists.mayAsk('glm')).toBe(false);
  time += 3_600_000;
  expect(lists.mayAsk('qwen')).toBe(false);
});

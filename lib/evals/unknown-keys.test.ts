import { expect, it } from 'vitest';
import { meantField } from './unknown-keys.ts';

const known = ['value', 'date', 'notes', 'verifyToken', 'task_id'];

it.each([
  ['note', 'notes'],
  ['Notes', 'notes'],
  ['taskId', 'task_id'],
  ['task-id', 'task_id'],
  ['verify_token', 'verifyToken'],
  ['values', 'value'],
])('%s almost is %s', (key, meant) => {
  expect(meantField(key, known)).toBe(meant);
});

it.each(['notes', 'metric', 'data', '__proto__', 'n', ''])('%j is no slip', (key) => {
  expect(meantField(key, known)).toBeUndefined();
});

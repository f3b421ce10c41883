import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './imports.ts';

const folder = join(root, 'public', 'icon');

/** Width and height from a PNG's first chunk: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(join(folder, file));
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

it('has the toolbar’s and the stores’ sizes, and each icon is as large as its name says', () => {
  const icons = readdirSync(folder).filter((file) => file.endsWith('.png'));
  expect(icons.map((file) => Number.parseInt(file, 10)).sort((a, b) => a - b)).toEqual([16, 32, 48, 96, 128]);
  for (const icon of icons) expect(sizeOf(icon), icon).toEqual([Number.parseInt(icon, 10), Number.parseInt(icon, 10)]);
});

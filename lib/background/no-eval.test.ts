import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

describe('no code is compiled at run time', () => {
  it('the background says so to zod before it imports anything that makes a schema', () => {
    const background = readFileSync(new URL('../../entrypoints/background.ts', import.meta.url), 'utf8');
    expect(/^import .*$/m.exec(background)?.[0]).toBe("import '../lib/background/no-eval.ts';");
  });

  it('and zod then does not even try', async () => {
    await import('./no-eval.ts');
    const compile = globalThis.Function;
    let tried = 0;
    globalThis.Function = new Proxy(compile, {
      construct(target, given) {
        tried++;
        return new target(...given);
      },
    });
    try {
      expect(z.object({ a: z.number() }).parse({ a: 1 })).toEqual({ a: 1 });
    } finally {
      globalThis.Function = compile;
    }
    expect(tried).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { type Import, importsOf, isForTests, sourceFiles } from './imports.ts';

/**
 * Who may know whom. A room is the longest matching prefix; `own` are prefixes of our files, `packages` are names.
 * Types may be taken from further away (`types`), because they cost nothing and bring no behaviour along.
 */
interface Room {
  room: string;
  own: string[];
  packages: string[];
  types?: string[];
}

const messages = 'public/_locales';

const rooms: Room[] = [
  {
    room: 'lib/evals/view',
    own: [
      'lib/evals/view',
      'lib/evals/benchmarks',
      'lib/evals/stats',
      'lib/evals/evaluation-frameworks.json',
      'lib/evals/say.ts',
      'lib/evals/finding.ts',
      'lib/evals/standing.ts',
    ],
    packages: [],
    types: ['lib/evals', 'lib/messaging'],
  },
  { room: 'lib/evals', own: ['lib/evals', messages], packages: ['yaml', 'zod'] },
  {
    room: 'lib/card',
    own: ['lib/card', 'lib/evals'],
    packages: [
      'htmlparser2',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm-table',
      'micromark-extension-gfm-table',
      'yaml',
      'zod',
    ],
  },
  { room: 'lib/hub', own: ['lib/hub', 'lib/evals'], packages: ['zod', 'p-limit', '@huggingface/hub'] },
  { room: 'lib/loaders', own: ['lib/loaders', 'lib/hub', 'lib/evals', 'lib/card'], packages: ['zod'] },
  { room: 'lib/draft', own: ['lib/draft', 'lib/evals'], packages: ['yaml', 'zod', 'fflate'], types: ['lib/card'] },
  { room: 'lib/page', own: ['lib/page'], packages: [], types: ['lib/evals/list', 'lib/messaging/protocol.ts'] },
  { room: 'lib/page/marks', own: ['lib/page'], packages: [], types: ['lib/messaging', 'lib/evals'] },
  {
    room: 'lib/store',
    own: ['lib/store', 'lib/evals'],
    packages: ['zod', 'wxt', '@wxt-dev/storage'],
    types: ['lib/loaders', 'lib/draft', 'lib/messaging/draft-messages.ts', 'lib/messaging/protocol.ts'],
  },
  {
    room: 'lib/messaging',
    own: ['lib/messaging'],
    packages: ['@webext-core/messaging', '@tanstack/react-query', 'zod', 'wxt'],
    types: ['lib/evals', 'lib/store', 'lib/draft'],
  },
  {
    room: 'lib/background',
    own: ['lib/background', 'lib/messaging', 'lib/store', 'lib/loaders', 'lib/hub', 'lib/evals', 'lib/draft'],
    packages: ['zod', 'wxt'],
    types: ['lib/page'],
  },
  { room: 'lib/cli', own: ['lib', messages], packages: ['yaml'] },
  {
    room: 'components/ui',
    own: ['components/ui', 'lib/evals/view', 'lib/evals/say.ts'],
    packages: ['react'],
    types: ['lib/evals'],
  },
  {
    room: 'components/compare',
    own: ['components', 'lib/evals/compare', 'lib/evals/view', 'lib/evals/say.ts', 'lib/messaging'],
    packages: ['react', '@tanstack/react-query'],
    types: ['lib/evals'],
  },
  {
    room: 'components',
    own: ['components', 'lib/evals/view', 'lib/evals/say.ts', 'lib/evals/benchmarks', 'lib/messaging'],
    packages: ['react', '@tanstack/react-query', '@tanstack/react-virtual', 'react-error-boundary'],
    types: ['lib/evals', 'lib/store'],
  },
  {
    room: 'components/draft',
    own: [
      'components/draft',
      'components/panel',
      'components/ui',
      'lib/draft',
      'lib/evals/view',
      'lib/evals/variant',
      'lib/evals/benchmarks',
      'lib/messaging',
    ],
    packages: ['react', '@tanstack/react-query', 'react-hook-form', '@hookform/resolvers', 'zod'],
    types: ['lib/evals'],
  },
  {
    room: 'components/popup',
    own: ['components', 'lib/draft', 'lib/evals/view', 'lib/messaging'],
    packages: ['react', '@tanstack/react-query'],
    types: ['lib/evals'],
  },
  { room: 'entrypoints/hub.content.ts', own: ['lib/page', 'lib/messaging'], packages: ['wxt'] },
  {
    room: 'entrypoints/panel.content',
    own: [
      'entrypoints/panel.content',
      'components/panel',
      'components/leaderboard',
      'components/ui',
      'lib/messaging',
      'lib/page',
      'lib/evals/say.ts',
    ],
    packages: ['react', 'react-dom', '@tanstack/react-query', 'react-error-boundary', 'wxt'],
    types: ['lib/evals'],
  },
  {
    room: 'entrypoints/board.content',
    own: [
      'entrypoints/board.content',
      'entrypoints/panel.content/readers-language.ts',
      'components/leaderboard',
      'components/ui',
      'lib/messaging',
      'lib/page',
      'lib/evals/say.ts',
    ],
    packages: ['react', 'react-dom', '@tanstack/react-query', 'wxt'],
  },
  {
    room: 'entrypoints/chips.content',
    own: [
      'entrypoints/chips.content',
      'components/chips',
      'lib/messaging',
      'lib/page',
      'lib/evals/view',
      'lib/evals/list/steady-card.ts',
      'lib/evals/say.ts',
    ],
    packages: ['wxt'],
    types: ['lib/evals'],
  },
  {
    room: 'entrypoints/review.content',
    own: [
      'entrypoints/review.content',
      'components/review',
      'lib/draft/review.ts',
      'lib/messaging',
      'lib/page',
      'lib/evals/view',
      'lib/evals/say.ts',
    ],
    packages: ['wxt'],
    types: ['lib/evals', 'lib/draft'],
  },
  { room: 'entrypoints/background.ts', own: ['lib'], packages: ['wxt', 'zod'] },
  {
    room: 'entrypoints/popup',
    // The composer's schemas are read by zod, which must be told before.
    own: [
      'entrypoints/options/mount-page.tsx',
      'components/draft',
      'components/popup',
      'components/ui',
      'lib/background/no-eval.ts',
      'lib/messaging',
      'lib/evals/say.ts',
      'lib/page',
    ],
    packages: ['react', 'react-dom', '@tanstack/react-query', 'wxt'],
  },
  {
    room: 'entrypoints',
    own: ['entrypoints', 'components', 'lib/messaging', 'lib/evals/view', 'lib/evals/say.ts', 'lib/page'],
    packages: ['react', 'react-dom', '@tanstack/react-query', 'react-error-boundary', 'wxt'],
    types: ['lib/store'],
  },
];

const starts = (path: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));

const roomOf = (file: string) =>
  rooms.filter(({ room }) => starts(file, [room])).sort((a, b) => b.room.length - a.room.length)[0];

function complaint({ from, to, own, typeOnly }: Import): string | undefined {
  const room = roomOf(from);
  if (!room) return `${from} stands in no room of the house (test/structure/house.test.ts)`;
  if (own) {
    if (/\.tsx?$/.test(to) && isForTests(to)) return `${from} may not import ${to}, which is for tests`;
    const allowed = typeOnly ? [...room.own, ...(room.types ?? [])] : room.own;
    return starts(to, allowed) ? undefined : `${from} may not import ${to}`;
  }
  const isNode = to.startsWith('node:');
  if (isNode ? room.room === 'lib/cli' : room.packages.includes(to)) return undefined;
  return `${from} may not import the package ${to}`;
}

describe('the house', () => {
  const files = sourceFiles(['entrypoints', 'components', 'lib']);

  it('has files in it', () => expect(files.length).toBeGreaterThan(20));

  it('every import goes in an allowed direction', () => {
    expect(files.flatMap(importsOf).map(complaint).filter(Boolean)).toEqual([]);
  });

  it('the background never reads the page: lib/page is imported for types at most', () => {
    const reaching = files
      .filter((file) => starts(file, ['entrypoints/background.ts', 'lib/background']))
      .flatMap(importsOf)
      .filter(({ to, typeOnly }) => starts(to, ['lib/page']) && !typeOnly);
    expect(reaching).toEqual([]);
  });

  it('schemas are made with zod/mini: the classic zod is 17 kB more in the background', async () => {
    const { readFileSync } = await import('node:fs');
    expect(files.filter((file) => /from 'zod(\/v4)?'/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('no browser, React or DOM in the pure core', async () => {
    const { readFileSync } = await import('node:fs');
    const touching = files
      .filter((file) => starts(file, ['lib/evals', 'lib/card', 'lib/draft', 'lib/hub', 'lib/loaders']))
      .filter((file) =>
        /\b(window|chrome|browser)\.\w|\bdocument\.(body|head|query|createElement|getElement)|globalThis\.fetch\b/.test(
          readFileSync(file, 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, ''),
        ),
      );
    expect(touching).toEqual([]);
  });
});

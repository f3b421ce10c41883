import { describe, expect, it } from 'vitest';
import { lineDiff } from './line-diff.ts';

const shown = (before: string, after: string) =>
  lineDiff(before, after, 2).lines.map(({ sign, text }) => `${sign}${text}`);

describe('lineDiff', () => {
  it('a new file is all plus', () => {
    expect(lineDiff('', '- a\n  b\n')).toEqual({
      kept: 0,
      added: 2,
      removed: 0,
      lines: [
        { sign: '+', text: '- a' },
        { sign: '+', text: '  b' },
      ],
    });
  });

  it('what is appended stands below the last kept lines', () => {
    expect(shown('# note\n- a\n- b\n- c\n', '# note\n- a\n- b\n- c\n- d\n')).toEqual([' - b', ' - c', '+- d']);
    expect(lineDiff('# note\n- a\n- b\n- c\n', '# note\n- a\n- b\n- c\n- d\n', 2)).toMatchObject({ kept: 2, added: 1 });
  });

  it('a line repeated at the end is counted once', () => {
    expect(shown('- a\n- a\n', '- a\n- a\n- a\n')).toEqual([' - a', ' - a', '+- a']);
  });

  it('an old text without a last line end is not called changed', () => {
    expect(shown('- a', '- a\n- b\n')).toEqual([' - a', '+- b']);
  });

  it('what goes and what comes stand together', () => {
    expect(shown('a\nx\nb\n', 'a\ny\nz\nb\n')).toEqual([' a', '-x', '+y', '+z', ' b']);
  });
});

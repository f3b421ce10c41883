import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { judgeTwo } from './two.ts';

const said = (value: string, url: string, notes?: string) =>
  aScore({ ...on.gpqa, value, source: { url }, ...(notes === undefined ? {} : { notes }) });

describe('the same report twice', () => {
  it('is mentioned beside the agreement', () => {
    expect(judgeTwo(said('62.0', 'https://a.example/x'), said('62', 'https://b.example/y')).secondary).toContain('P5');
  });

  it('is no duplicate in another setup or with another number', () => {
    expect(
      judgeTwo(said('62.0', 'https://a.example/x', 'no tools'), said('62.0', 'https://b.example/y')).secondary,
    ).not.toContain('P5');
    expect(judgeTwo(said('62.0', 'https://a.example/x'), said('63.1', 'https://b.example/y')).secondary).not.toContain(
      'P5',
    );
  });
});

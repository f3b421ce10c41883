import { expect, it } from 'vitest';
import { on } from '../../test/fixtures/scores.ts';
import { lackingBenchmarks } from './lacking.ts';

const lacking = (...datasets: string[]) => lackingBenchmarks(datasets.map((dataset) => ({ dataset })));
const ids = (...datasets: string[]) => lacking(...datasets).map(({ dataset }) => dataset);

it('says nothing of a model that nobody measures', () => expect(lacking()).toEqual([]));

it('names the official benchmarks of the same field, with their main task', () => {
  const found = lacking(on.gpqa.dataset);
  expect(found).toContainEqual({ dataset: 'cais/hle', task: 'hle', name: "Humanity's Last Exam" });
  expect(found.map(({ dataset }) => dataset)).not.toContain(on.gpqa.dataset);
  expect(found.length).toBeGreaterThan(5);
});

it('asks no language model for documents, embeddings or screens, and the other way round', () => {
  expect(ids(on.gpqa.dataset)).not.toEqual(expect.arrayContaining(['allenai/olmOCR-bench']));
  expect(ids(on.gpqa.dataset)).not.toEqual(expect.arrayContaining(['mteb/arguana']));
  expect(ids(on.olmocr.dataset)).toEqual(['llamaindex/ParseBench']);
  expect(ids('mteb/arguana')).toEqual([]);
});

it('does not tell case apart, and knows nothing of a field that it does not know', () => {
  expect(ids('IDAVIDREIN/GPQA')).not.toContain(on.gpqa.dataset);
  expect(ids('someone/bench')).toEqual([]);
});

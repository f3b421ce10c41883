import { namesDisagree } from '../../evals/checks/model-name.ts';
import type { RepoFacts } from '../../evals/report.ts';
import type { DraftCheck, DraftInQuestion, ProblemFacts } from './check.ts';

/**
 * A quantized or derived repository: was this checkpoint itself evaluated? A parent's score is none of its own, and
 * only a person knows.
 */
export const checkpoint: DraftCheck = {
  name: 'checkpoint',
  check({ draft, ground }: DraftInQuestion): ProblemFacts[] {
    const made = derivation(draft.repo, ground?.report.facts);
    if (!made) return [];
    const { checkpointEvaluated: answer } = draft.answers;
    const error = (message: ProblemFacts['message']): ProblemFacts[] => [
      { field: 'checkpoint', level: 'error', message },
    ];
    if (answer === true) return [];
    if (answer === false) return error({ key: 'problemCheckpointNot', args: [draft.repo] });
    return error(
      made.kind === 'quantized'
        ? { key: 'problemCheckpointQuantized', args: [draft.repo, made.from ?? '–'] }
        : { key: 'problemCheckpointDerived', args: [draft.repo, made.from ?? '–'] },
    );
  },
};

/** How a repository was made from another one, as its tags, its base models and its own name say. */
export function derivation(
  repo: string,
  facts: Pick<RepoFacts, 'tags' | 'baseModels'> | undefined,
): { kind: 'quantized' | 'derived'; from?: string } | undefined {
  const tags = facts?.tags ?? [];
  const relation = tags.map((tag) => /^base_model:(\w+):(.+)$/.exec(tag)).find((match) => match !== null);
  const from = relation?.[2] ?? facts?.baseModels[0];
  const parent = from === undefined ? {} : { from };
  // A name without its precision is the name of the same model, unquantized.
  const bare = repo.replace(/[-_.]?(?:nvfp4|mxfp4|fp[48]|int[48]|awq|gptq|gguf|w\d+a\d+|[48]-?bit)\b/gi, '');
  const quantized =
    relation?.[1] === 'quantized' || tags.includes('gguf') || namesDisagree(repo, bare || repo) === 'precision';
  if (quantized) return { kind: 'quantized', ...parent };
  return from === undefined ? undefined : { kind: 'derived', ...parent };
}

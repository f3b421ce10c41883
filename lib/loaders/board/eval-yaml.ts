import type { BenchmarkSpec } from '../../evals/board/board.ts';
import { specOf } from '../../evals/board/spec-of.ts';
import { parseEvalYaml } from '../../evals/eval-yaml.ts';
import { type FilePlace, makeFinding } from '../../evals/finding.ts';
import { datasetRepo } from '../../evals/repo-ref.ts';
import type { Finding } from '../../evals/report.ts';
import { HubError } from '../../hub/hub-error.ts';
import { maxFileBytes, readRepoFile } from '../../hub/repo-file.ts';
import type { BoardLoader } from './board-loader.ts';

const PATH = 'eval.yaml';

/** What the file itself says of a benchmark. */
export type SpecFromFile = Pick<BenchmarkSpec, 'file' | 'name' | 'description' | 'framework' | 'tasks' | 'findings'>;

/** Who may not open a gated dataset's files is told so before the Hub looks whether there is such a file. */
const CLOSED = new Set(['gated', 'no-access', 'sign-in', 'forbidden']);

/** The dataset's `eval.yaml` on main: its tasks, and what is wrong with it, by line. */
export const evalYaml: BoardLoader<SpecFromFile> = {
  name: 'eval-yaml',
  async load({ hub, signal, dataset }) {
    const nothing = { tasks: [], findings: [] };
    try {
      const { text, size } = await readRepoFile(hub, datasetRepo(dataset), 'main', PATH, { signal });
      const file = { path: PATH, loader: 'main-files' } as const;
      // Of a file that is too large the whole lines that were read.
      const read = size === undefined ? text : text.slice(0, text.lastIndexOf('\n') + 1);
      const { plain, findings } = parseEvalYaml(read, file);
      return {
        file: 'read',
        ...specOf(plain),
        findings: [...(size === undefined ? [] : [tooLarge(size, read, file)]), ...findings],
      };
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      if (error.reason === 'entry-missing') return { file: 'none', ...nothing };
      if (CLOSED.has(error.reason)) return { file: 'closed', ...nothing };
      throw error;
    }
  },
};

function tooLarge(size: number, read: string, file: FilePlace): Finding {
  const args = [Math.ceil(size / 1024), maxFileBytes / 1024, read.split('\n').length - 1];
  return makeFinding(file, { rule: 'file/too-large', message: { key: 'findingTooLarge', args } });
}

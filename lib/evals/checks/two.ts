import { resolveTask } from '../benchmarks/index.ts';
import type { Verdict } from '../report.ts';
import type { Score } from '../score.ts';
import { type JudgeContext, judgeGroup } from './index.ts';

/**
 * The verdict on two scores by themselves, wherever they come from. Unlike the scores of a report they may belong to
 * different benchmarks, which is then the whole verdict. What one of them is asked alone (its scale, its source) joins
 * the secondary codes.
 */
export function judgeTwo(a: Score, b: Score, context: JudgeContext = {}): Verdict {
  const taskOf = ({ dataset, task }: Score) => `${dataset.toLowerCase()} ${resolveTask(dataset, task)?.id ?? task}`;
  if (taskOf(a) !== taskOf(b)) {
    return {
      a: a.id,
      b: b.id,
      code: 'V2',
      severity: 'info',
      comparable: false,
      deltaPoints: null,
      deltaItems: null,
      n: null,
      z: null,
      p: null,
      secondary: [],
      message: {
        key: 'verdictOtherBenchmark',
        args: [a.valueText, b.valueText, `${a.dataset} · ${a.task}`, `${b.dataset} · ${b.task}`],
      },
    };
  }
  const verdicts = judgeGroup([a, b], context);
  const verdict = verdicts.find((each) => each.a !== each.b);
  if (!verdict) throw new Error('Two scores with one id cannot be compared.');
  const alone = verdicts.filter((each) => each.a === each.b).map(({ code }) => code);
  const secondary = [...new Set([...verdict.secondary, ...alone])].filter((code) => code !== verdict.code);
  return { ...verdict, secondary };
}

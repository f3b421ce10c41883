import { useEffect, useState } from 'react';
import type { VerdictName } from '../../../lib/evals/dismissal.ts';
import type { Explanation } from '../../../lib/evals/explanation.ts';
import type { Group } from '../../../lib/evals/report.ts';
import { usePanel } from '../panel-context.tsx';

export type Explained = 'asking' | 'none' | Explanation;

/** What is behind a verdict, asked anew when the group changes; what is on screen stays until the answer comes. */
export function useExplanation({ a, b, code }: VerdictName, group: Group): Explained {
  const { explain } = usePanel();
  const [explained, setExplained] = useState<Explained>('asking');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer depends on the group's scores.
  useEffect(() => {
    let wanted = true;
    explain({ a, b, code }).then(
      (found) => wanted && setExplained(found ?? 'none'),
      () => wanted && setExplained('none'),
    );
    return () => {
      wanted = false;
    };
  }, [explain, a, b, code, group]);
  return explained;
}

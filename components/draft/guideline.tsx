import type { Draft } from '../../lib/draft/draft.ts';
import { useSay } from '../ui/say.tsx';

const words = {
  scores: ['composerGuideline1', 'composerGuideline2', 'composerGuideline3', 'composerGuideline4'],
  spec: ['specGuideline1', 'specGuideline2', 'composerGuideline4'],
} as const;

/** What a newcomer should have read; shown until three pull requests were opened. */
export function Guideline({ kind }: { kind: Draft['kind'] }) {
  const say = useSay();
  return (
    <aside className="cc-guideline">
      <h2>{say('composerGuidelineTitle')}</h2>
      <ul>
        {words[kind].map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
    </aside>
  );
}

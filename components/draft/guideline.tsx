import { useSay } from '../ui/say.tsx';

/** What a newcomer should have read; shown until three pull requests were opened. */
export function Guideline() {
  const say = useSay();
  return (
    <aside className="cc-guideline">
      <h2>{say('composerGuidelineTitle')}</h2>
      <ul>
        <li>{say('composerGuideline1')}</li>
        <li>{say('composerGuideline2')}</li>
        <li>{say('composerGuideline3')}</li>
        <li>{say('composerGuideline4')}</li>
      </ul>
    </aside>
  );
}

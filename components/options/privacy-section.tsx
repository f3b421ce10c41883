import type { MessageKey } from '../../lib/evals/message.ts';
import { useSay } from '../ui/say.tsx';

const lines: MessageKey[] = [
  'optionsPrivacyRequests',
  'optionsPrivacyLogin',
  'optionsPrivacyToken',
  'optionsPrivacySecret',
  'optionsPrivacyKept',
  'optionsPrivacyPermissions',
];

/** What is read, kept and sent, a line each. */
export function PrivacySection() {
  const say = useSay();
  return (
    <section>
      <h2>{say('optionsPrivacyTitle')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{say(line)}</li>
        ))}
      </ul>
    </section>
  );
}

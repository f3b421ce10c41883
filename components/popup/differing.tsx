import type { Report } from '../../lib/evals/report.ts';
import { StandingIcon } from '../panel/standing.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { groupsThatDiffer } from './standings.ts';

/** So many lines stand in the popup; it is a summary, and the panel has the rest. */
const most = 5;

/** The groups whose scores differ or cannot be compared, a line each. */
export function Differing({ report }: { report: Report }) {
  const say = useSay();
  const groups = groupsThatDiffer(report);
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>{say('popupGroupsTitle')}</h2>
      <ul className="cc-lines">
        {groups.slice(0, most).map((group) => (
          <li key={`${group.dataset} ${group.task}`}>
            <b>
              <Foreign text={group.dataset} /> · <Foreign text={group.task} />
            </b>
            <span className="cc-sentence">
              <StandingIcon standing={group.standing} /> <span>{say(group.summary)}</span>
            </span>
          </li>
        ))}
      </ul>
      {groups.length > most && <p className="cc-meta">{say('popupMoreInPanel', groups.length - most)}</p>}
    </section>
  );
}

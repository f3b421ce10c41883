import type { Group, Report } from '../../lib/evals/report.ts';
import { StandingIcon } from '../panel/standing.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

/** So many lines stand in the popup; it is a summary, and the panel has the rest. */
const most = 5;

const worthALine: Group['standing'][] = ['differs', 'scale', 'not-comparable'];

/** The groups whose scores differ or cannot be compared, a line each. */
export function Differing({ report }: { report: Report }) {
  const say = useSay();
  // What differs stands before what cannot be compared; else the report's own order.
  const groups = worthALine.flatMap((standing) => report.groups.filter((group) => group.standing === standing));
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>{say('popupGroupsTitle')}</h2>
      <ul className="cc-lines">
        {groups.slice(0, most).map((group) => (
          <li key={`${group.dataset} ${group.task}`}>
            <b>
              <Foreign text={group.benchmark?.name ?? group.dataset} /> · <Foreign text={group.task} />
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

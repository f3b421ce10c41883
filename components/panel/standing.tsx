import type { Group, Severity, Verdict } from '../../lib/evals/report.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

type Standing = Group['standing'];

/** The icon and the colour of each meaning; the word always stands beside it. */
export const standings: Record<Standing, { icon: IconName; tone: string }> = {
  agree: { icon: 'agree', tone: 'cc-agree' },
  differs: { icon: 'differs', tone: 'cc-differs' },
  'not-comparable': { icon: 'not-comparable', tone: 'cc-apart' },
  scale: { icon: 'unreadable', tone: 'cc-unreadable' },
  single: { icon: 'info', tone: 'cc-meta' },
  dismissed: { icon: 'gap', tone: 'cc-meta' },
};

const severities: Record<Severity, { icon: IconName; tone: string }> = {
  error: standings.scale,
  warning: standings.differs,
  notice: standings.single,
  info: standings.single,
  none: standings.agree,
};

export function StandingIcon({ standing }: { standing: Standing }) {
  const { icon, tone } = standings[standing];
  return (
    <span className={`cc-mark ${tone}`}>
      <Icon name={icon} />
    </span>
  );
}

export function SeverityIcon({ severity }: { severity: Severity }) {
  const { icon, tone } = severities[severity];
  return (
    <span className={`cc-mark ${tone}`}>
      <Icon name={icon} />
    </span>
  );
}

/** What a verdict means for the reader: whether the pair agrees, differs, or cannot be compared at all. */
export function VerdictIcon({ verdict: { code, comparable, severity } }: { verdict: Verdict }) {
  if (code === 'S4') return <StandingIcon standing="scale" />;
  if (severity === 'none') return <StandingIcon standing="agree" />;
  if (!comparable) return <StandingIcon standing="not-comparable" />;
  return <StandingIcon standing={severity === 'info' ? 'single' : 'differs'} />;
}

import { useDeferredValue } from 'react';
import { createRoot } from 'react-dom/client';
import panelStyles from '../../components/panel/panel.css?inline';
import { Panel } from '../../components/panel/panel.tsx';
import { SayProvider } from '../../components/ui/say.tsx';
import { explain } from '../../lib/evals/checks/explain.ts';
import type { VerdictName } from '../../lib/evals/dismissal.ts';
import type { Report } from '../../lib/evals/report.ts';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import chinese from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { now } from '../fixtures/reports.ts';
import { states } from './states.ts';

// ?state=full&theme=dark&width=320&dir=rtl&lang=zh_CN — without a state, all of them below one another.
const wish = new URLSearchParams(location.search);
const say =
  wish.get('lang') === 'zh_CN'
    ? createSay(catalogueLookup(chinese), 'zh-CN')
    : createSay(catalogueLookup(english), 'en');
const only = wish.get('state');

document.documentElement.dataset.theme = wish.get('theme') ?? 'light';
document.documentElement.dir = wish.get('dir') ?? 'ltr';
// The page's own faces are not here: the nearest that most machines have, so that lines break about where they will.
const faces = `
  @font-face { font-family: "Source Sans Pro"; src: local("Source Sans Pro"), local("Liberation Sans"), local("Arial"); size-adjust: 95%; }
  @font-face { font-family: "IBM Plex Mono"; src: local("IBM Plex Mono"), local("Liberation Mono"), local("Courier New"); }`;
document.head.append(Object.assign(document.createElement('style'), { textContent: faces + panelStyles }));
document.body.style.cssText = `margin: 16px; background: light-dark(#ffffff, #0b0f19); max-width: ${wish.get('width') ?? 460}px`;

const noop = () => {};

/** What the background answers. */
function explainIn(report: Report, name: VerdictName) {
  const group = report.groups.find(({ scores }) => scores.some(({ id }) => id === name.a));
  const verdict = group?.verdicts.find(({ a, b, code }) => a === name.a && b === name.b && code === name.code);
  return group && verdict && explain(group.scores, verdict, { repo: report.repo });
}

function Gallery() {
  // As in the extension: drawn in slices.
  const drawn = useDeferredValue(states, {});
  return Object.entries(drawn)
    .filter(([name]) => only === null || name === only)
    .map(([name, state]) => (
      <div key={name} data-state={name} style={{ marginBottom: 24 }}>
        <Panel
          repo={state.report?.repo ?? 'openai/gpt-oss-20b'}
          report={state.report}
          loading={false}
          failure={undefined}
          panelState={{ collapsed: false, place: 'auto' }}
          onPanelState={noop}
          onRefresh={noop}
          onReadEveryPullRequest={noop}
          onOpenOptions={noop}
          onCopy={async () => false}
          onDownload={noop}
          onCheckSource={async () => undefined}
          onExplain={async (name) => state.report && explainIn(state.report, name)}
          onDismiss={noop}
          onRestore={noop}
          onStartDraft={async () => undefined}
          clock={() => now}
          {...state}
        />
      </div>
    ));
}

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <SayProvider say={say}>
    <main>
      <h1 className="cc-hidden">Crosscheck</h1>
      <Gallery />
    </main>
  </SayProvider>,
);

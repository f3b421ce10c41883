import { cleanup, render } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, vi } from 'vitest';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { now } from '../../test/fixtures/reports.ts';
import { SayProvider } from '../ui/say.tsx';
import { Panel, type PanelProps } from './panel.tsx';

// jsdom has no top layer: without this it takes an open menu for hidden.
document.head.append(Object.assign(document.createElement('style'), { textContent: '[popover] { display: block }' }));

afterEach(cleanup);

export const englishSay = createSay(catalogueLookup(english), 'en');

/** Draws a finished, open panel in English for a test; `given` is what the case is about. `drawn` is called after each drawing. */
export function renderPanel(given: Partial<PanelProps> = {}, say = englishSay, drawn = () => {}) {
  const events = {
    onPanelState: vi.fn<PanelProps['onPanelState']>(),
    onRefresh: vi.fn<PanelProps['onRefresh']>(),
    onReadEveryPullRequest: vi.fn<PanelProps['onReadEveryPullRequest']>(),
    onOpenOptions: vi.fn<PanelProps['onOpenOptions']>(),
    onCopy: vi.fn<PanelProps['onCopy']>(async () => true),
    onDownload: vi.fn<PanelProps['onDownload']>(),
    onExplain: vi.fn<PanelProps['onExplain']>(async () => undefined),
    onCheckSource: vi.fn<PanelProps['onCheckSource']>(async () => undefined),
    onDismiss: vi.fn<PanelProps['onDismiss']>(),
    onRestore: vi.fn<PanelProps['onRestore']>(),
    onStartDraft: vi.fn<PanelProps['onStartDraft']>(async () => undefined),
  };
  const draw = (more: Partial<PanelProps>) => (
    <Profiler id="panel" onRender={drawn}>
      <SayProvider say={say}>
        <Panel
          repo={more.report?.repo ?? 'openai/gpt-oss-20b'}
          report={undefined}
          loading={false}
          failure={undefined}
          panelState={{ collapsed: false, place: 'auto' }}
          clock={() => now}
          {...events}
          {...more}
        />
      </SayProvider>
    </Profiler>
  );
  const view = render(draw(given));
  return { ...events, ...view, update: (more: Partial<PanelProps>) => view.rerender(draw({ ...given, ...more })) };
}

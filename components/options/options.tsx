import { useSay } from '../ui/say.tsx';
import { AccountSection } from './account-section.tsx';
import { CacheSection } from './cache-section.tsx';
import { FileSection } from './file-section.tsx';
import { LoaderChoices } from './loader-choices.tsx';
import type { OptionsProps } from './options-state.ts';
import { PanelChoices } from './panel-choices.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { ResetSection } from './reset-section.tsx';
import { SaidLine } from './said-line.tsx';
import { ShortcutSection } from './shortcut-section.tsx';
import { ThresholdChoices } from './threshold-choices.tsx';

/** The options page: every change is kept at once, and said so. */
export function Options(props: OptionsProps) {
  const say = useSay();
  return (
    <main className="cc-options">
      <header>
        <h1>
          <img src="/icon/mark.svg" alt="" width="20" height="20" /> {say('optionsTitle')}
        </h1>
      </header>
      <SaidLine said={props.said} onUndo={props.onUndo} />
      <LoaderChoices off={props.choices.off} onChange={props.onChange} />
      <PanelChoices choices={props.choices} onChange={props.onChange} />
      <ThresholdChoices thresholds={props.choices.thresholds} onChange={props.onChange} />
      <AccountSection account={props.account} onSignOut={props.onSignOut} />
      {props.shortcut && <ShortcutSection shortcut={props.shortcut} onCopy={props.onCopy} />}
      <CacheSection cache={props.cache} onClear={props.onClearCache} />
      <FileSection errors={props.said?.errors ?? []} onExport={props.onExport} onImport={props.onImport} />
      <ResetSection onReset={props.onReset} />
      <PrivacySection />
      <footer>{say('optionsVersion', props.version)}</footer>
    </main>
  );
}

import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import type { OptionsProps, Shortcut } from './options-state.ts';

/** The shortcut to the panel. Only the browser itself can change it, on a page that no other page may link to. */
export function ShortcutSection({ shortcut, onCopy }: { shortcut: Shortcut } & Pick<OptionsProps, 'onCopy'>) {
  const say = useSay();
  return (
    <section>
      <h2>{say('optionsShortcutTitle')}</h2>
      <p>
        {say('popupOpenPanel')}: {shortcut.keys ? <kbd>{shortcut.keys}</kbd> : say('optionsShortcutNone')}
      </p>
      <p className="cc-note">
        {say(shortcut.browser === 'firefox' ? 'optionsShortcutFirefox' : 'optionsShortcutWhere')}
      </p>
      <p className="cc-row">
        <code>{shortcut.address}</code>
        <Button outlined onClick={() => onCopy(shortcut.address)}>
          {say('optionsCopyAddress')}
        </Button>
      </p>
    </section>
  );
}

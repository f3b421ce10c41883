import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { newFileUrl } from './new-file-url.ts';

interface ByHandProps {
  repo: string;
  files: readonly { path: string; text: string; how: 'new' | 'added' | 'replaced' }[];
  title: string;
  /** Puts a text on the clipboard; false where the browser refused. */
  onCopy(text: string): Promise<boolean>;
}

/** The way that needs no account here: each file's text and name, and the page of the Hub where they go. */
export function ByHand({ repo, files, title, onCopy }: ByHandProps) {
  const say = useSay();
  return (
    <details className="cc-by-hand">
      <summary>{say('byHandTitle')}</summary>
      {files.length === 0 && <p className="cc-meta">{say('byHandNotYet')}</p>}
      {files.map((file) => (
        <FileByHand key={file.path} repo={repo} file={file} title={title} onCopy={onCopy} />
      ))}
    </details>
  );
}

function FileByHand({
  repo,
  file,
  title,
  onCopy,
}: Omit<ByHandProps, 'files'> & { file: ByHandProps['files'][number] }) {
  const say = useSay();
  const [said, setSaid] = useState<'copied' | 'by-hand'>();
  const isNew = file.how === 'new';
  const url = newFileUrl(repo, file.path, isNew);
  return (
    <ol>
      <li>
        {say('byHandStepCopy')}{' '}
        <Button outlined onClick={async () => setSaid((await onCopy(file.text)) ? 'copied' : 'by-hand')}>
          <Icon name="copy" size={12} /> {say('byHandCopy')}
        </Button>{' '}
        <span role="status">{said === 'copied' ? say('byHandCopied') : ''}</span>
        {said === 'by-hand' && (
          <textarea
            readOnly
            rows={6}
            aria-label={file.path}
            value={file.text}
            onFocus={(e) => e.currentTarget.select()}
          />
        )}
      </li>
      <li>
        {say(isNew ? 'byHandStepOpenNew' : 'byHandStepOpenEdit')}{' '}
        <code>
          <Foreign text={file.path} />
        </code>{' '}
        {url && (
          <HubLink url={url}>
            {say('byHandOpen')} <Icon name="outside" size={12} />
          </HubLink>
        )}
      </li>
      <li>
        {say('byHandStepPaste')}{' '}
        <code>
          <Foreign text={title} />
        </code>
      </li>
    </ol>
  );
}

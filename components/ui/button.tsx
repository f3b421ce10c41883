import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Native = ButtonHTMLAttributes<HTMLButtonElement> & { ref?: React.Ref<HTMLButtonElement> };

/** A button that looks like a link in running text, or, with `outlined`, like a button. */
export function Button({ outlined, className = '', ...rest }: Native & { outlined?: boolean }) {
  return <button type="button" className={`cc-button ${outlined ? 'cc-outlined' : ''} ${className}`} {...rest} />;
}

/** A square of 24 px with an icon; its label is its accessible name and its tooltip. */
export function IconButton({ icon, label, className = '', ...rest }: Native & { icon: IconName; label: string }) {
  return (
    <button type="button" className={`cc-icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
